export const applications = {
  errors: { closed: 'The closing time has passed. What you wrote is kept, but it can no longer be sent.' },
} as const;
