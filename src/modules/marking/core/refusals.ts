import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

/** Refusals of this module: what was refused, why, and what to do next. */
export const markingRefusals = {
  'mark-sheet-invalid': {
    status: 422,
    zh: '未提交评分：有{faults}处需要改正。请按各栏提示修改后再提交。',
    en: 'The marks were not entered: {faults} fields need correction. See the notes beside them and submit again.',
  },
  'check-marks-invalid': {
    status: 422,
    zh: '未提交评分：有{faults}处需要改正。请按各栏提示修改后再提交。',
    en: 'The marks were not entered: {faults} fields need correction. See the notes beside them and submit again.',
  },
  'paper-by-hand': {
    status: 409,
    zh: '未合成机器得分：这份试卷由考评员整卷评分。请在评分任务中评阅。',
    en: 'No machine score was formed: this paper is marked by an assessor as a whole. Mark it from the queue.',
  },
  'nothing-asked': {
    status: 409,
    zh: '未提交评分：这份试卷没有等待人工评分的项目。请返回评分列表。',
    en: 'The marks were not entered: nothing of this script waits for a person. Go back to the list.',
  },
  'item-not-scored': {
    status: 409,
    zh: '未能合成机器得分：试题{items}须由考评员评分。请先完成人工评分。',
    en: 'The machine score is not complete: the items {items} need an assessor. Have them marked first.',
  },
  'item-needs-person': {
    status: 409,
    zh: '暂不能合成得分：试题{items}等待考评员或实验环境评分。请先完成评分，再重新合成。',
    en: 'The score is not formed yet: the items {items} wait for marks of an assessor or the laboratory. Have them marked and score again.',
  },
  'paper-maximum-wrong': {
    status: 409,
    zh: '未能合成机器得分：各题满分合计{maximum}分，与试卷满分{full}分不符。请核对试卷。',
    en: 'The machine score was not formed: the items make {maximum} marks instead of {full}. Check the form.',
  },
  'assessor-is-candidate': {
    status: 409,
    zh: '未分配：考评员不能评阅本人的试卷。请另选考评员。',
    en: 'Not assigned: nobody marks their own script. Choose another assessor.',
  },
  'assessor-taught-candidate': {
    status: 409,
    zh: '未分配：该考评员是考生的培训教师，应当回避。请另选考评员。',
    en: 'Not assigned: this assessor taught the candidate and must stand aside. Choose another assessor.',
  },
  'assessor-related': {
    status: 409,
    zh: '未分配：该考评员与考生有亲属关系，应当回避。请另选考评员。',
    en: 'Not assigned: this assessor is related to the candidate and must stand aside. Choose another assessor.',
  },
  'assessor-has-script': {
    status: 409,
    zh: '未分配：该考评员已评阅此份试卷，双评和仲裁须由不同人员承担。请另选考评员。',
    en: 'Not assigned: this assessor already has the script; each mark needs another person. Choose another assessor.',
  },
  'round-assigned': {
    status: 409,
    zh: '未分配：第{round}次评阅已有考评员。请核对分配情况。',
    en: 'Not assigned: marking round {round} already has an assessor. Check the assignments.',
  },
  'task-of-another': {
    status: 403,
    zh: '未提交评分：此项评阅任务不是分配给您的。请从本人的任务列表进入。',
    en: 'The marks were not entered: this task is not yours. Open it from your own list.',
  },
  'already-marked': {
    status: 409,
    zh: '未提交评分：此项任务已经评分，不能重复评分。如有疑义，请报告考评组长。',
    en: 'The marks were not entered: this task is already marked. If in doubt, tell the chief assessor.',
  },
  'assessor-of-institution': {
    status: 409,
    zh: '不能评阅：这份试卷的考生来自您所在的机构，应当回避。请评阅其他试卷，此份由考评组长另行安排。',
    en: 'Not yours to mark: the candidate comes from your own institution and you must stand aside. Mark another script; the chief assessor arranges this one.',
  },
  'script-unknown': {
    status: 404,
    zh: '没有找到这份试卷，或不在您的考评范围内。请返回评分列表重新选择。',
    en: 'No such script, or not within your reach. Go back to the list and choose again.',
  },
  'attempt-unknown': {
    status: 404,
    zh: '没有找到这次作答，未能评分。请核对场次与作答编号。',
    en: 'No such attempt, so nothing was scored. Check the sitting and the attempt.',
  },
  'attempt-not-ended': {
    status: 409,
    zh: '考生尚未交卷，未能评分。请在作答结束后再评分。',
    en: 'The attempt has not ended, so nothing was scored. Score it after the hand-in.',
  },
  'nothing-to-score': {
    status: 409,
    zh: '考生缺考，没有可评分的作答。请按缺考处理。',
    en: 'The candidate was absent and there is nothing to score. Treat the paper as not sat.',
  },
} as const satisfies RefusalCatalogue
