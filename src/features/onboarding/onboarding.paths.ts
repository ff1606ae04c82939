import { path } from '../../lib/path';

export const onboardingPaths = {
  mine: path('/me/onboarding'),
  task: path('/me/onboarding/:id'),
  completion: path('/me/onboarding/:id/completion'),
  board: path('/staff/:slug/onboarding'),
  templates: path('/staff/:slug/onboarding/templates'),
  template: path('/staff/:slug/onboarding/templates/:target'),
  templateOrder: path('/staff/:slug/onboarding/templates/:target/order'),
  templateRemoval: path('/staff/:slug/onboarding/templates/:target/removal'),
  templateTask: path('/staff/:slug/onboarding/templates/:target/tasks/:key'),
  plan: path('/staff/onboarding/:id'),
  nudge: path('/staff/onboarding/:id/nudge'),
  staffTask: path('/staff/onboarding/tasks/:id'),
  attendance: path('/staff/onboarding/tasks/:id/attendance'),
  check: path('/staff/onboarding/tasks/:id/check'),
  standIn: path('/staff/onboarding/tasks/:id/stand-in'),
  reopening: path('/staff/onboarding/tasks/:id/reopening'),
  packet: path('/staff/onboarding/:id/packet'),
  packetPdf: path('/staff/onboarding/:id/packet.pdf'),
  waiver: path('/staff/onboarding/tasks/:id/waiver'),
} as const;
