import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

export const courseRefusals = {
  'lesson-not-found': { status: 404, zh: '没有这一课。', en: 'There is no such lesson.' },
  'lesson-item-not-found': { status: 404, zh: '这一课没有这道练习。', en: 'The lesson has no such item.' },
  'lesson-tries-used': {
    status: 429,
    zh: '这道练习今天已经答了{most}次，明天再来效果更好。',
    en: 'This item was answered {most} times today; come back tomorrow.',
  },
  'no-standard-hours': {
    status: 422,
    zh: '该版本标准没有规定这一等级的标准学时，不能签发结业证书。',
    en: 'The edition states no standard hours for this level; no completion proof can be issued.',
  },
  'hours-short': {
    status: 422,
    zh: '学时不足：已完成{hours}标准学时，标准要求{standardHours}标准学时。',
    en: '{hours} standard hours of {standardHours} are completed.',
  },
  'quizzes-open': {
    status: 422,
    zh: '以下培训模块测验尚未合格：{trainingModules}。',
    en: 'These module quizzes are not passed yet: {trainingModules}.',
  },
  'completion-in-future': { status: 422, zh: '结业日期{completedOn}还没有到。', en: 'The completion day {completedOn} is in the future.' },
  'completion-level-unknown': { status: 422, zh: '该版本标准没有这个等级。', en: 'The edition has no such level.' },
} as const satisfies RefusalCatalogue
