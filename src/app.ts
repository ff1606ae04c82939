import compression from 'compression';
import express, { type Express, type Router, urlencoded } from 'express';
import { isDemo } from './config';
import type { Deps } from './deps';
import { accessRoutes } from './features/access';
import { guestRoutes } from './features/guests';
import { agendaRequestRoutes } from './features/agenda-requests';
import { agendaTemplateRoutes } from './features/agenda-templates';
import { agendaRoutes, beginAgendaOf } from './features/agendas';
import { meetingRoutes } from './features/meetings';
import { attendingRoutes, loadExpectation } from './features/attending';
import { attendanceRoutes } from './features/attendance';
import { accountRoutes, loadSessionActor, requireSecondFactor } from './features/accounts';
import { applicationRoutes, applyPaths, keepSaid } from './features/applications';
import { compositionRoutes } from './features/composition';
import { cycleDeskRoutes } from './features/cycle-desk';
import { cycleRoutes } from './features/cycles';
import { commentRoutes, commentsOnAgenda, speakerRoutes } from './features/comments';
import { commitmentRoutes } from './features/commitments';
import { collaborativeRoutes } from './features/collaboratives';
import { adoptByMotion, adviceRoutes, notesOnAgenda } from './features/advice';
import { adviceReportRoutes } from './features/advice-report';
import { demoRoutes } from './features/demo';
import { directoryRoutes } from './features/directory';
import { deputyRoutes } from './features/deputies';
import { deskRoutes } from './features/desk';
import { eligibilityRoutes } from './features/eligibility';
import { guardianRoutes } from './features/guardians';
import { interestRoutes } from './features/standing-interest';
import { lateEntryRoutes, useLateCodeFor } from './features/late-entry';
import { helpRoutes } from './features/help';
import { adminRoutes } from './features/admin';
import { followingRoutes } from './features/following';
import { formDeskRoutes } from './features/form-desk';
import { homeRoutes } from './features/home';
import { pagesRoutes } from './features/pages';
import { staffRoutes } from './features/staff';
import { importsRoutes } from './features/imports';
import { inSessionRoutes, staysForMeeting } from './features/in-session';
import { meRoutes } from './features/me';
import { addWaitingApprovals, approveByMotion, minutesRoutes } from './features/minutes';
import { mailDeskRoutes } from './features/messages';
import { membershipRoutes } from './features/membership';
import { abandonPlan, beginPlan, onboardingRoutes } from './features/onboarding';
import { copyPanels, panelsRoutes } from './features/panels';
import { callsAbout, outreachRoutes } from './features/outreach';
import { peopleRoutes } from './features/people';
import { reportsRoutes } from './features/reports';
import { rightsRoutes } from './features/rights';
import { reviewRoutes } from './features/reviews';
import { roomRoutes } from './features/room';
import { rosterRoutes } from './features/roster';
import { endCandidaciesOf, offerRoutes } from './features/offers';
import { lotRoutes } from './features/lots';
import { searchRoutes } from './features/search';
import { selectionRoutes, tiesAt } from './features/selection';
import { translationRoutes } from './features/translations';
import { priorityRoutes } from './features/priorities';
import { priorityRecordRoutes } from './features/priority-record';
import { topicRoutes } from './features/topics';
import { noticeRecordRoutes } from './features/notice-record';
import { openDataRoutes } from './features/open-data';
import { vacancyRoutes } from './features/vacancies';
import { personContext, visitorContext } from './web/context';
import { csrfProtection } from './web/csrf';
import { errorHandler, notFound } from './web/error-handler';
import { healthRoutes } from './web/health';
import { requestLog } from './web/request-log';
import { allowedHosts, knownMethods, morePrivacyHeaders, securityHeaders } from './web/security-headers';
import { answerScripts } from './web/sent-by-script';
import { sessions } from './web/session';
import { staticFiles } from './web/static-files';

/** The application from its dependencies: middleware in order, then every feature's routes, then the error page. */
export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.config.trustProxy);
  app.set('demo', isDemo(deps.config));

  app.use(requestLog(deps), securityHeaders(deps), morePrivacyHeaders, visitorContext(deps));
  app.use(allowedHosts(deps), knownMethods, healthRoutes(deps), staticFiles());
  app.use(compression({ level: 1 }));
  app.use(urlencoded({ extended: false, limit: '200kb', parameterLimit: 300 }));
  app.use(
    sessions(deps),
    personContext(deps, { loadActor: loadSessionActor, stays: staysForMeeting }),
    csrfProtection(deps.baseUrl, uploadAddresses),
  );
  app.use(answerScripts);
  app.use(requireSecondFactor(deps));
  for (const routes of featureRoutes(deps)) app.use(routes);
  app.use(notFound);
  app.use(errorHandler(deps));
  return app;
}

/** Forms with files; their routes check the token once the parts are read. */
const uploadAddresses: readonly RegExp[] = [
  /^\/meetings\/[^/]+\/papers$/,
  /^\/apply\/[^/]+$/,
  /^\/staff\/applications\/[^/]+\/scans$/,
  /^\/admin\/imports\/files$/,
  /^\/me\/public-profile$/,
  /^\/me\/onboarding\/[^/]+\/completion$/,
  /^\/staff\/onboarding\/tasks\/[^/]+\/stand-in$/,
];

/** In the order of the features. */
const featureRoutes = (deps: Deps): Router[] => [...choosingRoutes(deps), ...sittingRoutes(deps), ...deskAndPageRoutes(deps)];

/** People, and how seats are filled. */
const choosingRoutes = (deps: Deps): Router[] => [
  accountRoutes(deps),
  deputyRoutes(deps),
  collaborativeRoutes(deps),
  priorityRoutes(deps),
  helpRoutes(deps),
  cycleRoutes(deps, { whenCopied: copyPanels }),
  guardianRoutes(deps),
  interestRoutes(deps),
  lateEntryRoutes(deps),
  formDeskRoutes(deps),
  eligibilityRoutes(deps, { start: applyPaths.start(), begin: applyPaths.page({ page: 'email' }), carry: keepSaid }),
  applicationRoutes(deps, { useLateCode: useLateCodeFor }),
  reviewRoutes(deps),
  panelsRoutes(deps),
  compositionRoutes(deps),
  lotRoutes(deps, { tiesAt }),
  selectionRoutes(deps),
  offerRoutes(deps, { whenAccepted: beginPlan, callsAbout }),
  deskRoutes(deps),
  cycleDeskRoutes(deps),
  reportsRoutes(deps),
];

/** Seats, and what is done in them. */
const sittingRoutes = (deps: Deps): Router[] => [
  membershipRoutes(deps, { whenEnded: abandonPlan, whenDied: endCandidaciesOf }),
  directoryRoutes(deps),
  onboardingRoutes(deps),
  rosterRoutes(deps),
  vacancyRoutes(deps),
  noticeRecordRoutes(deps),
  outreachRoutes(deps, { whenAccepted: beginPlan }),
  meRoutes(deps),
  agendaRequestRoutes(deps),
  // Before the meetings: `/meetings/:id` takes `/meetings/<id>.json` too.
  agendaRoutes(deps, { commentsOn: commentsOnAgenda, notes: notesOnAgenda }),
  meetingRoutes(deps, { whenPlanned: [beginAgendaOf, addWaitingApprovals], expectation: loadExpectation }),
  attendingRoutes(deps),
  accessRoutes(deps),
  guestRoutes(deps),
  commentRoutes(deps),
  speakerRoutes(deps),
  topicRoutes(deps),
  translationRoutes(deps),
  agendaTemplateRoutes(deps),
  inSessionRoutes(deps, { whenCarried: [approveByMotion, adoptByMotion] }),
  roomRoutes(deps),
  minutesRoutes(deps),
  attendanceRoutes(deps),
  // Before the advice: `/advice/:id` takes `/advice/report` and `/advice/report.csv` too.
  adviceReportRoutes(deps),
  adviceRoutes(deps),
  commitmentRoutes(deps),
  priorityRecordRoutes(deps),
];

/** Desks over everything, and the pages for all; `homeRoutes` stays last, since `/:c` takes any single word. */
const deskAndPageRoutes = (deps: Deps): Router[] => [
  ...(isDemo(deps.config) ? [demoRoutes(deps)] : []),
  staffRoutes(deps),
  mailDeskRoutes(deps),
  importsRoutes(deps),
  peopleRoutes(deps),
  rightsRoutes(deps),
  adminRoutes(deps),
  searchRoutes(deps),
  followingRoutes(deps),
  openDataRoutes(deps),
  pagesRoutes(),
  homeRoutes(deps),
];
