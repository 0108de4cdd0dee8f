import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

export const assemblyRefusals = {
  'weights-not-whole': {
    status: 409,
    zh: '比重表合计为{total}，不是100，不能据此组卷。请核对该版本的比重表。',
    en: 'The weight table adds up to {total}, not to 100; no form can be built on it. Check the table of the edition.',
  },
  'no-practical-items': {
    status: 409,
    zh: '题库中没有{level}操作技能试卷可用的实验任务，未能组卷。请先启用实验任务。',
    en: 'The bank has no tasks for the practical paper of {level} and no form was built. Release tasks of the laboratory first.',
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
  'blueprint-unknown': {
    status: 404,
    zh: '没有找到这份组卷方案或这一版本。请返回方案列表重新选择。',
    en: 'No such blueprint or version. Go back to the list and choose again.',
  },
  'blueprint-fixed': {
    status: 409,
    zh: '这一版本已经批准，不能再改。请另建草稿。',
    en: 'This version is approved and does not change. Make a new draft from it.',
  },
  'blueprint-place-fixed': {
    status: 409,
    zh: '组卷方案的标准版本、等级和科目不能更改。请另建一份方案。',
    en: 'Edition, level and paper of a blueprint do not change. Create another blueprint.',
  },
  'blueprint-faulty': {
    status: 422,
    zh: '组卷方案有{count}处错误，不能批准。请按列出的各处改正。',
    en: 'The blueprint has {count} faults and cannot be approved. Correct what is listed.',
  },
  'own-blueprint': {
    status: 403,
    zh: '这份草稿由您最后编写，不能由您批准。请由另一人核对后批准。',
    en: 'You wrote this draft last, so you do not approve it. Another person has to.',
  },
  'blueprint-draft-open': {
    status: 409,
    zh: '这份方案已有一个未批准的草稿。请先完成那份草稿。',
    en: 'The blueprint has an open draft already. Finish that one first.',
  },
  'blueprint-not-approved': {
    status: 409,
    zh: '这一版本还没有批准，不能据此组卷。请先批准。',
    en: 'This version is not approved; no forms can be assembled by it. Approve it first.',
  },
  'list-item-unknown': {
    status: 409,
    zh: '方案要求选入的{count}题不可用：{codes}。请修改方案中的试题名单。',
    en: '{count} items that the blueprint includes are not to be had: {codes}. Change its lists.',
  },
  'bank-empty': {
    status: 409,
    zh: '题库中没有符合方案的试题，未能组卷。请先补充并启用试题。',
    en: 'The bank has no item that fits the blueprint and no form was made. Add and approve items first.',
  },
  'candidate-group-unknown': {
    status: 404,
    zh: '没有找到这组考生，或该考次已经开考。请刷新页面重新选择。',
    en: 'No such group of candidates, or its session is being held already. Reload the page and choose again.',
  },
  'run-unknown': {
    status: 404,
    zh: '没有找到这次组卷运行。请返回运行列表重新选择。',
    en: 'No such run. Go back to the list of runs and choose again.',
  },
  'run-ended': {
    status: 409,
    zh: '这次运行已经结束，不能取消。请刷新页面查看结果。',
    en: 'The run has ended and cannot be cancelled. Reload the page to see how.',
  },
  'run-not-ended': {
    status: 409,
    zh: '这次运行还没有结束。请等它结束，或先取消。',
    en: 'The run has not ended. Wait for its end, or cancel it first.',
  },
  'proposal-unknown': {
    status: 404,
    zh: '这次运行没有这份拟定试卷。请返回运行页面重新选择。',
    en: 'The run has no such form. Go back to the run and choose again.',
  },
  'proposal-decided': {
    status: 409,
    zh: '这份拟定试卷已经接受或放弃，不能再改。请刷新页面。',
    en: 'This form was accepted or discarded already and does not change. Reload the page.',
  },
  'place-unknown': {
    status: 404,
    zh: '试卷中没有这个题位。请重新选择。',
    en: 'The form has no such place. Choose again.',
  },
  'candidate-unknown': {
    status: 409,
    zh: '这道试题不可用，或已在试卷中。请另选一题。',
    en: 'This item is not to be had, or stands in the form already. Choose another.',
  },
  'swap-breaks': {
    status: 409,
    zh: '替换会违反{count}条要求，没有替换。请另选一题。',
    en: 'The swap would break {count} demands and was not made. Choose another item.',
  },
  'own-run': {
    status: 403,
    zh: '运行的发起人不能接受由此产生的试卷。请由另一人核对后接受。',
    en: 'Whoever started the run does not accept its forms. Another person has to.',
  },
  'bank-moved-on': {
    status: 409,
    zh: '题库已有变化，这份试卷有{count}处不再符合方案，没有接受。请替换相应试题或重新运行。',
    en: 'The bank has changed and the form breaks its blueprint in {count} places; it was not accepted. Swap those items or run again.',
  },
  'form-unknown': {
    status: 404,
    zh: '没有找到这份试卷。请返回试卷列表重新选择。',
    en: 'No such form. Go back to the list of forms and choose again.',
  },
} as const satisfies RefusalCatalogue
