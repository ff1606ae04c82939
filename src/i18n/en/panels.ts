export const panels = {
  events: {
    requestReview: 'Asked the panel to review a lower choice',
  },
} as const;
