import type { RefusalCatalogue } from '../../../../kernel/refusal-catalogue.ts'

/** What staff are told who decide about work that arrived after the end. */
export const lateRefusals: RefusalCatalogue = {
  'attempt-not-over': {
    status: 409,
    zh: '该考生还在考试，没有迟到的作答需要处理。请在交卷或考试结束后再处理。',
    en: 'This attempt is not over, so nothing is late. Decide after its end.',
  },
  'late-events-none': {
    status: 409,
    zh: '没有待处理的迟到作答，可能已由他人处理。请刷新列表。',
    en: 'Nothing is waiting for a decision; somebody may have decided already. Reload the list.',
  },
  'late-events-changed': {
    status: 409,
    zh: '列表显示之后又收到了迟到的作答，本次没有处理。请刷新列表，核对后重新决定。',
    en: 'More has arrived since the list was shown; nothing was decided. Reload, compare and decide again.',
  },
  'late-reason-needed': {
    status: 422,
    zh: '请写明迟到的经过和采用或不采用的理由。',
    en: 'Say what happened and why it is taken or left.',
  },
}
