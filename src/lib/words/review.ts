/** Whether a body is the Universal Periodic Review: by other States and under no treaty, with words of its own. */
export const isReview = (body: string | undefined): boolean => body === 'UPR';
