import type { RefusalCatalogue } from '../../../../kernel/refusal-catalogue.ts'

/** What the staff of a hall, and candidates in it, may be told. */
export const hallRefusals: RefusalCatalogue = {
  'site-empty': {
    status: 409,
    zh: '本服务器还没有装入考点数据包。请先导入。',
    en: 'No site package is installed here yet. Import one first.',
  },
  'site-busy': {
    status: 409,
    zh: '考点已就绪或正在考试，不能更换数据包。请在全部场次结束后再导入。',
    en: 'The site is armed or running; its package cannot be replaced until all sittings are closed.',
  },
  'roster-differs': {
    status: 409,
    zh: '同一编号的考点数据包已装入且内容不同。请核对编号。',
    en: 'Another site package with this id is installed. Check the id.',
  },
  'roster-invalid': {
    status: 422,
    zh: '考点名单前后不一致，未被装入。请按标出的位置检查。',
    en: 'The roster contradicts itself and was not installed. Check the marked places.',
  },
  'papers-foreign': {
    status: 409,
    zh: '这批试卷不属于已装入的考点数据包，未被启封。请核对数据包。',
    en: 'These papers do not belong to the installed site package and were not opened.',
  },
  'papers-missing': {
    status: 422,
    zh: '试卷不全：有考生的试卷不在其中，未被启封。请重新获取数据包。',
    en: 'Papers of some candidates are missing; nothing was opened. Fetch the package again.',
  },
  'papers-not-open': {
    status: 409,
    zh: '试卷尚未启封，还不能核发入场码。请由考点负责人和系统管理员启封。',
    en: 'The papers are not open yet, so no entry codes are given out. The manager and the engineer open them.',
  },
  'arming-refused': {
    status: 409,
    zh: '还有{count}项条件未满足，不能进入待考状态。请按检查表逐项处理。',
    en: '{count} conditions are not met; the site is not armed. See to them one by one.',
  },
  'site-not-armed': {
    status: 409,
    zh: '考点尚未就绪，不能开始作答。请在座位上等候。',
    en: 'The site is not armed; nothing can be started yet. Please wait at your seat.',
  },
  'hall-paused': {
    status: 409,
    zh: '考场已暂停，暂不能开始作答。恢复后时间会补足，请等候。',
    en: 'The room is paused. Time is given back when it goes on; please wait.',
  },
  'staff-refused': {
    status: 401,
    zh: '工作人员编号或口令不正确。请核对后重试。',
    en: 'The staff id or pass phrase is wrong. Check them and try again.',
  },
  'staff-locked': {
    status: 423,
    zh: '口令连续输错，已锁定，请{minutes}分钟后再试。',
    en: 'Too many wrong pass phrases; try again in {minutes} minutes.',
  },
  'second-person-needed': {
    status: 409,
    zh: '这项操作需要第二人到场确认，请由另一位工作人员输入编号和口令。',
    en: 'This needs a second person: another member of staff enters id and pass phrase.',
  },
  'second-person-same': {
    status: 409,
    zh: '确认人不能是操作人本人，请由另一位工作人员确认。',
    en: 'The second person must be somebody else.',
  },
  'second-person-lacks-duty': {
    status: 403,
    zh: '两人的职责不符合这项操作的要求，请由相应职责的人员确认。',
    en: 'The two persons do not hold the duties this needs.',
  },
  'second-person-refused': {
    status: 403,
    zh: '确认人的编号或口令不正确，操作没有进行。请重新输入。',
    en: 'Id or pass phrase of the second person is wrong; nothing was done. Enter them again.',
  },
  'door-not-open': { status: 409, zh: '入场尚未开始，{from}起可以核验入场。', en: 'Check-in opens at {from}.' },
  'door-closed': {
    status: 409,
    zh: '开考{minutes}分钟后（{until}之后）不得入场。',
    en: 'Nobody is let in later than {minutes} minutes after the beginning ({until}).',
  },
  'marked-absent': { status: 409, zh: '该考生已记为缺考，不能入场。', en: 'This candidate is marked absent and is not let in.' },
  'already-inside': { status: 409, zh: '该考生已核验入场，不能记为缺考。', en: 'This candidate has been checked in and is not absent.' },
  'too-early-for-absence': {
    status: 409,
    zh: '开考{minutes}分钟后（{from}起）才能记为缺考。',
    en: 'Absence is recorded from {from} ({minutes} minutes after the beginning).',
  },
  'not-checked-in': {
    status: 409,
    zh: '该考生尚未核验入场。请先核验入场。',
    en: 'This candidate has not been checked in. Check them in first.',
  },
  'seat-unknown': { status: 404, zh: '没有这个机位。请在座位图中选择。', en: 'There is no such seat. Choose one on the plan.' },
  'seat-taken': { status: 409, zh: '这个机位已有考生。请另选空闲或备用机位。', en: 'Somebody sits there. Choose a free or spare seat.' },
  'seat-out-of-order': { status: 409, zh: '这个机位已标为故障。请另选机位。', en: 'That seat is out of order. Choose another.' },
  'credit-unclear': {
    status: 422,
    zh: '请说明补给谁、补多少：选择考生或考场，并填写分钟数或起止时间（不能晚于现在）。',
    en: 'Say who gets time and how much: a person or room, and minutes or an interval that is over.',
  },
  'credit-decided': { status: 409, zh: '这项补时建议已经处理。', en: 'This proposal has been decided.' },
  'halted-already': {
    status: 409,
    zh: '这个范围已经暂停或正在计故障时间。请先恢复。',
    en: 'This part is paused or its fault clock runs. Resume it first.',
  },
  'halt-over': { status: 409, zh: '这次暂停或故障已经结束。', en: 'This pause or fault is over.' },
  'still-working': {
    status: 409,
    zh: '还有{count}位考生正在作答，不能结束场次。请等到时间结束，或由两人确认后中止。',
    en: '{count} candidates are still working; the sitting is not closed. Wait for the end, or stop it by two persons.',
  },
  'sitting-closed': { status: 409, zh: '本场次已经结束。', en: 'This sitting is closed.' },
}
