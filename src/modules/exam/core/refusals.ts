import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'
import { sealingRefusals } from './sealing/sealing-refusals.ts'

/** Refusals of this module: what was refused, why, and what to do next. `wrong-state` is told by the general catalogue. */
export const examRefusals = {
  ...sealingRefusals,
  'holiday-table-missing': {
    status: 422,
    zh: '无法排定考试日期：尚无{year}年节假日安排。请先按国务院办公厅通知录入该年节假日表。',
    en: 'The exam day cannot be set: there is no holiday table for {year}. Enter the holidays of that year from the official notice first.',
  },
  'holiday-notice-missing': {
    status: 422,
    zh: '未保存{year}年节假日调整：没有写明依据的通知。请填写通知名称或文号。',
    en: 'The change of the {year} holidays was not saved: no notice is named. Enter the title or number of the notice.',
  },
  'holiday-outside-year': {
    status: 422,
    zh: '未保存节假日调整：{dayZh}不是{year}年的日期。请改正该日期。',
    en: 'The holidays were not saved: {day} is not a day of {year}. Correct the date.',
  },
  'holiday-and-working-day': {
    status: 422,
    zh: '未保存节假日调整：{dayZh}重复列出，不能既放假又上班。请只保留一处。',
    en: 'The holidays were not saved: {day} is listed twice and cannot be both off and worked. Keep one entry.',
  },
  'month-not-in-rule': {
    status: 422,
    zh: '未能排期：考试日期规则中没有{monthZh}。请选择规则列出的月份。',
    en: 'No day was set: {month} is not a month of the calendar rule. Choose one of its months.',
  },
  'no-day-in-window': {
    status: 422,
    zh: '未能排期：{monthZh}起的考试时段（至{untilZh}）内没有可用的星期日。请人工指定日期并说明理由。',
    en: 'No day was set: no Sunday is free in the window from {month} until {until}. Choose a day by hand and give the reason.',
  },
  'registration-window-empty': {
    status: 422,
    zh: '报名时间无效：开始日{opensOnZh}晚于截止日{closesOnZh}。请调整报名提前期。',
    en: 'The registration window is empty: it would open on {opensOn}, after it closes on {closesOn}. Change its parameters.',
  },
  'registration-past-exam': {
    status: 422,
    zh: '未公布考次：报名截止日{closesOnZh}须早于考试日{dayZh}。请改正截止日。',
    en: 'The session was not published: registration closes on {closesOn}, not before the exam on {day}. Correct the closing day.',
  },
  'window-reason-missing': {
    status: 422,
    zh: '未公布考次：自定报名时间须说明理由，按规则为{opensOnZh}至{closesOnZh}。请填写理由，或采用规则时间。',
    en: 'The session was not published: a window of your own needs a reason; the rule gives {opensOn} to {closesOn}. State it, or take the rule.',
  },
  'no-site-for-session': {
    status: 422,
    zh: '未公布考次：考试日{dayZh}没有获得{levels}等级鉴定授权的考点。请先办理授权，或调整考点。',
    en: 'The session was not published: no site is authorised to assess {levels} on {day}. Grant an authorisation first, or choose other sites.',
  },
  'session-exists': {
    status: 409,
    zh: '未建立考次：考次{session}已经存在。请在考次日历中打开它，或另选月份。',
    en: 'The session was not created: {session} exists already. Open it in the calendar, or choose another month.',
  },
  'session-unknown': {
    status: 404,
    zh: '没有找到这个考次，可能尚未建立。请从考次日历重新进入。',
    en: 'There is no such session. Open it from the calendar again.',
  },
  'session-not-closed': {
    status: 409,
    zh: '不能编场：考次{session}须在报名截止之后、考试之前编场。请先截止报名。',
    en: 'Seats cannot be allocated: session {session} must be closed for registration and not yet held. Close registration first.',
  },
  'arrangement-running': {
    status: 409,
    zh: '考次{session}正在编场。请等待完成，或先取消。',
    en: 'Seats of session {session} are being allocated. Wait until it is done, or cancel it first.',
  },
  'arrangement-not-running': {
    status: 409,
    zh: '没有可取消的编场：编场已经结束或尚未开始。请刷新后查看。',
    en: 'There is nothing to cancel: the allocation is over or has not begun. Reload to see.',
  },
  'nobody-to-seat': {
    status: 422,
    zh: '未编场：本考次没有审核通过的申报。请先完成资格审查。',
    en: 'No seats were allocated: no application of this session is approved. Finish the eligibility review first.',
  },
  'seat-wrong-state': {
    status: 409,
    zh: '不能办理：该考生的状态为“{state}”。请刷新座位墙后核对。',
    en: 'Not possible: the candidate is “{stateEn}”. Reload the wall and check.',
  },
  'seat-unknown': {
    status: 404,
    zh: '本场次没有这名考生的座位。请核对准考证上的场次和考点。',
    en: 'This candidate has no seat in this sitting. Check sitting and site on the ticket.',
  },
  'absent-too-early': {
    status: 409,
    zh: '尚不能登记缺考：开考{minutes}分钟后方可登记。请稍后再试。',
    en: 'Nobody is absent yet: that is decided {minutes} minutes after the start. Try again later.',
  },
  'sitting-unknown': {
    status: 404,
    zh: '没有找到这个场次，或不在您的考点。请从今日考务重新进入。',
    en: 'There is no such sitting, or it is not at your site. Open it from the list of today again.',
  },
  'sitting-not-over': {
    status: 409,
    zh: '不能结束场次：考试尚未到结束时间。请在结束后办理。',
    en: 'The sitting cannot be closed before its end. Do so once it is over.',
  },
  'sitting-closed-already': {
    status: 409,
    zh: '本场次已经结束并交接，不能再办理。如有遗漏，请向国家中心说明。',
    en: 'This sitting is closed and handed over; nothing can be changed. Report omissions to the national centre.',
  },
  'attempts-still-running': {
    status: 409,
    zh: '不能结束场次：还有{running}名考生在加时或补存作答，最迟{until}结束。请届时再办理。',
    en: 'The sitting cannot be closed: {running} candidates still have time or saves under way, until {until} at the latest. Close it then.',
  },
  'entry-code-not-needed': {
    status: 422,
    zh: '本科目不使用入场码：操作技能由考场核验入场。请直接引导考生入座。',
    en: 'This paper uses no entry code: the hall lets candidates of the practical paper in. Show the candidate to the seat.',
  },
  'ticket-unknown': {
    status: 404,
    zh: '没有找到准考证：尚未编场，或不是您本人的。请在编场完成后查看。',
    en: 'There is no such ticket: seats are not allocated yet, or it is not yours. Look again once they are.',
  },
  'photo-unknown': {
    status: 404,
    zh: '没有这名考生的证件照片：申报未留存照片，或已不在审核通过状态。请以身份证件核对本人。',
    en: 'There is no photo: the application holds none, or is not approved any more. Check the person by the document.',
  },
  'registration-not-open': {
    status: 422,
    zh: '暂不能报名：报名时间为{opensOnZh}至{closesOnZh}。请在开始后再来。',
    en: 'Registration has not opened: it runs from {opensOn} to {closesOn}. Come back once it has opened.',
  },
  'registration-closed': {
    status: 422,
    zh: '报名已截止：报名时间为{opensOnZh}至{closesOnZh}。请选择下一考次。',
    en: 'Registration is closed: it ran from {opensOn} to {closesOn}. Choose the next session.',
  },
  'no-level-chosen': {
    status: 422,
    zh: '未能建立{monthZh}考次：没有选择职业等级。请至少选择一个等级。',
    en: 'The session {month} was not created: no level is chosen. Choose at least one.',
  },
  'session-level-closed': {
    status: 422,
    zh: '未能建立考次：{levels}等级本年度未开考。请去掉该等级，或先开放该等级。',
    en: 'The session was not created: the levels {levels} are not open this year. Leave them out, or open them first.',
  },
  'day-not-by-rule': {
    status: 422,
    zh: '{dayZh}不符合考试日期规则，按规则应为{expectedZh}。如确需改期，请填写理由。',
    en: '{day} does not follow the calendar rule, which gives {expected}. To leave the rule, state the reason.',
  },
  'day-on-holiday': {
    status: 422,
    zh: '{dayZh}适逢{holiday}放假，按规则应为{expectedZh}。如确需在该日考试，请填写理由。',
    en: '{day} falls in the {holidayEn} break; the rule gives {expected}. To hold the exam on that day, state the reason.',
  },
  'day-in-the-past': {
    status: 422,
    zh: '未建立考次：所选日期{dayZh}已经过去。请另选今天或以后的日期。',
    en: 'The session was not created: {day} is past. Choose today or a later day.',
  },
  'registration-still-open': {
    status: 409,
    zh: '不能截止{session}考次报名：报名至{closesOnZh}结束。请在截止日后操作。',
    en: 'Registration of session {session} cannot be closed: it runs until the end of {closesOn}. Close it after that day.',
  },
  'session-day-not-reached': {
    status: 409,
    zh: '不能将{session}考次记为已考：考试日为{dayZh}。请在考试当日或之后操作。',
    en: 'Session {session} cannot be marked as held before its day, {day}. Do so on that day or later.',
  },
  'exam-time-malformed': {
    status: 422,
    zh: '{paper}科目的考试时间“{span}”无法识别。请写成08:30-10:00的形式，且结束晚于开始。',
    en: 'The time “{span}” of the {paperEn} paper cannot be read. Write it like 08:30-10:00, the end after the start.',
  },
  'exam-times-missing': {
    status: 422,
    zh: '未能排定场次：标准版本未规定{level}等级{paper}科目的考试时间。请先填写该科目的时间。',
    en: 'The sittings were not planned: the edition states no time for the {paperEn} paper of level {level}. Enter its time first.',
  },
  'exam-times-overlap': {
    status: 422,
    zh: '未能排定场次：{level}等级的{paper}与{next}科目时间重叠。请错开时间。',
    en: 'The sittings were not planned: the papers {paperEn} and {nextEn} of level {level} overlap. Move one of them.',
  },
  'exam-time-past-midnight': {
    status: 422,
    zh: '未能排定场次：{level}等级{paper}科目的结束时间超过当日。请提前开考时间。',
    en: 'The sittings were not planned: the {paperEn} paper of level {level} would end after midnight. Start it earlier.',
  },
  'candidate-twice': {
    status: 409,
    zh: '未编场：考生{candidate}在同一场次中重复出现。请删去重复的一条。',
    en: 'No seats were allocated: candidate {candidate} stands twice in this sitting. Remove one entry.',
  },
  'no-seat-left': {
    status: 409,
    zh: '未编场：考点{sites}需要{needed}个座位，仅有{seats}个，尚缺{short}个。请增加考场或调整考点。',
    en: 'No seats were allocated: the sites {sites} need {needed} seats and have {seats}, {short} too few. Add rooms or move candidates.',
  },
  'ticket-part-out-of-range': {
    status: 422,
    zh: '未能生成准考证号：{part}编号{value}超出{from}至{until}。请核对编号。',
    en: 'The ticket number was not formed: {partEn} is {value}, outside {from} to {until}. Check the numbering.',
  },
  'ticket-number-malformed': {
    status: 400,
    zh: '准考证号“{number}”格式不正确，应为15位数字。请对照准考证重新输入。',
    en: 'The ticket number “{number}” is not well formed; it has 15 digits. Type it again from the ticket.',
  },
  'ticket-check-digit-wrong': {
    status: 400,
    zh: '准考证号“{number}”校验不符，可能有一位输错。请对照准考证重新输入。',
    en: 'The ticket number “{number}” fails its check; a digit may be wrong. Type it again from the ticket.',
  },
  'check-in-too-early': {
    status: 409,
    zh: '尚未到入场时间：开考前{minutes}分钟开始入场。请在考场外等候。',
    en: 'Entry has not begun: it opens {minutes} minutes before the start. Please wait outside.',
  },
  'check-in-too-late': {
    status: 409,
    zh: '不能入场：开考已超过{minutes}分钟。该科目不能参加考试，请向考点负责人了解后续安排。',
    en: 'Entry is over: more than {minutes} minutes have passed since the start. Ask the site manager what comes next.',
  },
  'ticket-not-shown': {
    status: 422,
    zh: '不能入场：未出示准考证。请出示准考证，或到考务室补打。',
    en: 'Entry refused: no admission ticket. Show it, or have it printed again at the office.',
  },
  'id-document-not-accepted': {
    status: 422,
    zh: '不能入场：所持证件不在有效证件之列。请出示居民身份证、军官证、士兵证或护照。',
    en: 'Entry refused: this document is not accepted. Show a resident ID card, officer’s or soldier’s card, or passport.',
  },
  'identity-not-matched': {
    status: 422,
    zh: '不能入场：本人与准考证、证件不一致。请考点负责人复核。',
    en: 'Entry refused: person, ticket and document do not match. Ask the site manager to check.',
  },
} as const satisfies RefusalCatalogue
