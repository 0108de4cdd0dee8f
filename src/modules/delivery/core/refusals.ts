import { hallRefusals } from './hall/hall-refusals.ts'
import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'
import { centreRefusals } from './site/centre-refusals.ts'
import { drillRefusals } from './drill/drill-refusals.ts'
import { sebRefusals } from './seb/seb-refusals.ts'
import { labItemRefusals } from './paper/lab/lab-refusals.ts'
import { lateRefusals } from './record/late-refusals.ts'
import { recordRefusals } from './record/record-refusals.ts'
import { siteRefusals } from './site/site-refusals.ts'
import { pairRefusals } from './protocol/pair/pair-refusals.ts'
import { sealRefusals } from './seal/seal-refusals.ts'

/** Refusals of the attempt itself. */
const attemptRefusals: RefusalCatalogue = {
  'package-invalid': {
    status: 422,
    zh: '试卷包内容不符合要求，未被装入。请按标出的位置检查后重新生成。',
    en: 'The paper package is not sound and was not installed. Check the marked places and build it again.',
  },
  'package-digest-wrong': {
    status: 422,
    zh: '试卷包的摘要与内容不符，可能在传输中损坏，未被装入。请重新获取。',
    en: 'The digest of the paper package does not fit its content; it was not installed. Fetch it again.',
  },
  'package-differs': {
    status: 409,
    zh: '同一编号的试卷包已经装入，且内容不同。请核对试卷包编号。',
    en: 'Another paper package with this id is installed already. Check the id.',
  },
  'package-unknown': {
    status: 404,
    zh: '试卷包尚未装入本服务器。请先装入试卷包。',
    en: 'This paper package is not installed here. Install it first.',
  },
  'attempt-exists': {
    status: 409,
    zh: '该考生在本场次的这一科目已有作答，不能重复安排。',
    en: 'This candidate already has an attempt at this paper in this sitting.',
  },
  'entry-refused': {
    status: 403,
    zh: '准考证号或入场码不正确，或入场码已失效。请核对后重新输入；仍不成功请举手，由监考员核发新的入场码。',
    en: 'The ticket number or entry code is wrong, or the code has expired. Check and enter them again; if it still fails, raise your hand for a new code.',
  },
  'entry-locked': {
    status: 423,
    zh: '入场码连续输错{tries}次，已作废。请举手，由监考员核发新的入场码。',
    en: 'The entry code was wrong {tries} times and is void. Raise your hand for a new one.',
  },
  'token-refused': {
    status: 401,
    zh: '本机的入场凭据已失效。作答内容仍在，请举手，由监考员核发新的入场码后继续。',
    en: 'This machine is no longer admitted. Your responses are kept; raise your hand for a new entry code.',
  },
  fenced: {
    status: 409,
    zh: '本场考试已在另一台机器上继续，本机只能查看。如非本人操作，请立即举手。',
    en: 'The attempt goes on at another machine; this one is read-only. If that was not you, raise your hand at once.',
  },
  'too-early-to-start': {
    status: 409,
    zh: '考试尚未开始，{opens}起可以开始作答。请稍候。',
    en: 'The paper has not begun; it opens at {opens}. Please wait.',
  },
  'too-late-to-start': {
    status: 409,
    zh: '开考{minutes}分钟后（{until}之后）不得入场作答，不能开始。请听从监考员安排。',
    en: 'Nobody may start later than {minutes} minutes after the beginning ({until}). Follow the invigilator.',
  },
  'already-started': {
    status: 409,
    zh: '本科目已经开始作答，不能再次开始。请刷新页面继续原来的作答。',
    en: 'This paper has been started already and cannot be started again. Reload to go on with it.',
  },
  'not-started': { status: 409, zh: '本科目尚未开始作答。请先点“开始作答”。', en: 'This paper has not been started. Start it first.' },
  'attempt-over': {
    status: 409,
    zh: '本科目已经结束，不能再作答或重新开始。',
    en: 'This paper is over; it cannot be changed or started again.',
  },
  'time-is-up': {
    status: 409,
    zh: '考试时间已到，这部分内容未被接收。请保持页面不动并举手报告监考员。',
    en: 'Time is up and this part was not taken. Leave the page as it is and raise your hand.',
  },
  'event-clash': {
    status: 409,
    zh: '本机送达的作答与服务器已存的记录不一致，已停止接收并记录。请保持页面不动并举手报告监考员。',
    en: 'What this machine sent contradicts what is stored; it was stopped and recorded. Leave the page as it is and raise your hand.',
  },
  'epoch-refused': {
    status: 409,
    zh: '送达的作答不属于本机的入场记录，未被接收。请举手报告监考员。',
    en: 'These responses do not belong to this entry and were not taken. Raise your hand.',
  },
  'too-early-to-hand-in': {
    status: 409,
    zh: '开考{minutes}分钟后（{from}起）方可交卷。请继续作答或检查。',
    en: 'You may hand in from {from} ({minutes} minutes after the beginning). Go on or check your work.',
  },
  'time-not-up': {
    status: 409,
    zh: '考试时间还剩{seconds}秒，尚不能自动交卷。',
    en: '{seconds} seconds are left; the clock does not hand in yet.',
  },
  'item-takes-no-file': {
    status: 422,
    zh: '本题不接受文件，文件未被添加。请回到题目，按题目要求作答。',
    en: 'This item takes no files and the file was not added. Go back to the item and respond as it asks.',
  },
  'files-too-many': {
    status: 409,
    zh: '本次考试已添加{most}个文件，不能再添加。请在已有文件中选用，或举手报告监考员。',
    en: '{most} files were added in this attempt and no more are taken. Use those, or raise your hand.',
  },
  'files-too-large': {
    status: 409,
    zh: '本次考试添加的文件合计不能超过{most}MB，该文件未被添加。请压缩后重试，或举手报告监考员。',
    en: 'All files of an attempt together may have {most} MB; this one was not added. Make it smaller, or raise your hand.',
  },
  'file-unknown': {
    status: 404,
    zh: '没有找到这个文件。请核对作答内容后重试。',
    en: 'There is no such file. Check the response and try again.',
  },
  'events-missing': {
    status: 409,
    zh: '还有作答未送达服务器（已收到第{storedThrough}条，共{lastSeq}条），暂不能交卷。系统会自动补送后再交。',
    en: 'Some responses have not arrived ({storedThrough} of {lastSeq}); they are sent again before the hand-in.',
  },
}

/** Every part of the catalogue; a code stands in one of them. */
export const DELIVERY_REFUSAL_PARTS: readonly RefusalCatalogue[] = [
  attemptRefusals,
  centreRefusals,
  drillRefusals,
  sebRefusals,
  sealRefusals,
  recordRefusals,
  lateRefusals,
  labItemRefusals,
  hallRefusals,
  siteRefusals,
  pairRefusals,
]
export const deliveryRefusals: RefusalCatalogue = Object.assign({}, ...DELIVERY_REFUSAL_PARTS)
