import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

export const assemblyRefusals = {
  'weights-not-whole': {
    status: 409,
    zh: '比重表合计为{total}，不是100，不能据此组卷。请核对该版本的比重表。',
    en: 'The weight table adds up to {total}, not to 100; no form can be built on it. Check the table of the edition.',
  },
  'bank-too-small': {
    status: 409,
    zh: '题库试题不足，未能组卷：共{areas}个知识范围缺题，首先是“{area}”，需{need}分，可用试题共{have}分。请补充试题后重试。',
    en: 'The bank has too few items and no form was built: {areas} areas are short, first "{area}" with {have} of {need} marks. Add items and try again.',
  },
  'form-impossible': {
    status: 409,
    zh: '未能组卷：有{count}条要求不能同时满足，已逐条列出。请补充试题，或按组卷方案放宽其中一条。',
    en: 'No form was built: {count} demands cannot hold together; they are listed. Add items, or relax one of them in a blueprint.',
  },
  'assembly-problem-faulty': {
    status: 422,
    zh: '组卷要求有{count}处错误，未能组卷。请按列出的约束逐处改正后重试。',
    en: 'The assembly problem has {count} faults and nothing was assembled. Correct them by the constraints listed and try again.',
  },
  'solver-cancelled': {
    status: 409,
    zh: '组卷已取消，没有生成试卷。需要时请重新开始。',
    en: 'The assembly was cancelled and no form was made. Start it again when needed.',
  },
  'solver-failed': {
    status: 503,
    zh: '求解器中断，没有生成试卷（{why}）。请重试。',
    en: 'The solver broke off and no form was made ({why}). Try again.',
  },
  'theory-not-examined': {
    status: 409,
    zh: '该等级没有规定理论知识考试或考试时间，不能组理论试卷。请选择有理论知识考试的等级。',
    en: 'This level has no theory paper or no stated time for it. Choose a level that has one.',
  },
  'practical-not-examined': {
    status: 409,
    zh: '该等级没有规定操作技能考试或考试时间，不能建立组卷方案。请选择有操作技能考试的等级。',
    en: 'This level has no practical paper or no stated time for it. Choose a level that has one.',
  },
  'form-unknown': {
    status: 404,
    zh: '没有找到这份试卷。请返回试卷列表重新选择。',
    en: 'No such form. Go back to the list of forms and choose again.',
  },
} as const satisfies RefusalCatalogue
