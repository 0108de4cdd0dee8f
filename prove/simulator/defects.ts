/** Faults that are planted to see whether the harness finds them; each says what a careless change would do. */
export const DEFECTS = {
  'ack-before-commit': 'the server replies before the commit',
  'sync-off': 'commits reach the disk some seconds later',
  'dedupe-removed': 'a known event is written over by what comes under its identity',
  'last-by-wall-clock': 'of two responses the one that was received last counts',
  'resume-overwrites': 'a new entry starts from an empty sheet on the server',
  'credit-lost-on-reboot': 'credits are kept in memory only',
  'late-dropped': 'events after the end are acknowledged and dropped',
  'epoch-ignored': 'events are ordered by their number alone',
  'prune-on-local': 'the machine forgets what one server has',
  'log-not-flushed': 'the machine says to have written down what is still in its cache',
  'hole-in-prefix': 'the number told is the greatest one, holes or not',
  'pair-on-send': 'the server tells the pair level when it has sent, not when the peer has committed',
  'hand-in-with-missing': 'a hand-in goes through although events of it have not arrived',
  'credits-added-up': 'overlapping credits are added up',
  'one-row-of-epochs': 'both servers open epochs from the same row of numbers',
  'epoch-goes-on': 'a page goes on in its epoch although the machine forgot',
  'shown-on-send': 'the page says saved when it has sent',
  'wall-clock-time': 'the server measures time with the wall clock',
  'record-without-fenced': 'the record leaves out events of fenced entries',
  'closing-takes-all': 'events that reach the peer after the end count on that server',
} as const
export type Defect = keyof typeof DEFECTS
