import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

/** What the laboratory refuses outside of a world. What is refused inside of one is a reply of that world. */
export const labRefusals = {
  'world-not-found': {
    status: 404,
    zh: '没有找到这个模拟世界。请从任务列表重新进入。',
    en: 'There is no such world. Enter again from the list of tasks.',
  },
  'task-not-found': {
    status: 404,
    zh: '没有任务“{task}”，它可能已经下架。请从任务列表中选择。',
    en: 'There is no task “{task}”. Choose one from the list.',
  },
  'mode-not-open': {
    status: 403,
    zh: '这种模式不能自行开始：模块测验和统考由教师或考点安排。请选择自由、引导或练习模式。',
    en: 'This mode is opened by a teacher or an exam site. Choose explore, guided or practice.',
  },
  'app-not-found': { status: 404, zh: '当前身份不能使用“{app}”，或这个任务中没有它。', en: 'The present persona has no app “{app}”.' },
  'file-not-found': { status: 404, zh: '没有找到这个文件，它可能已被删除。', en: 'There is no such file; it may have been deleted.' },
  'world-closed-book': {
    status: 403,
    zh: '测验和统考的模拟世界在成绩公布前不能查看评分、提示和回放。',
    en: 'Marks, hints and replay of a quiz or an exam are not shown before the results are published.',
  },
  'step-not-found': {
    status: 404,
    zh: '没有第 {seq} 步，最后一步是第 {last} 步。',
    en: 'There is no event {seq}; the last one is {last}.',
  },
  'self-checks-used': {
    status: 409,
    zh: '本遍的 {most} 次自查已经用完。可以继续作答后提交，或重置本题。',
    en: 'All {most} self-checks of this lap are used. Go on and submit, or reset the task.',
  },
  'workshop-not-found': {
    status: 404,
    zh: '没有找到这堂实训课，或它不属于您任教的机构。',
    en: 'There is no such workshop, or it is of another institution.',
  },
  'workshop-closed': {
    status: 409,
    zh: '这堂实训课已经结束，不能再发提示卡。',
    en: 'The workshop has been closed; no more cards can be sent.',
  },
  'not-in-workshop': {
    status: 404,
    zh: '这名学员没有加入本堂实训课，或还没有人加入。',
    en: 'This trainee has not joined the workshop, or nobody has yet.',
  },
  'code-unknown': {
    status: 404,
    zh: '没有使用这个课堂码的实训课。请向教师核对，课结束后课堂码随即失效。',
    en: 'No open workshop has this code. Ask the teacher; a code ends with its workshop.',
  },
  'codes-used-up': {
    status: 409,
    zh: '暂时没有可用的课堂码，请先结束不再使用的实训课。',
    en: 'No code is free at the moment. Close workshops that are over.',
  },
  'version-changed': {
    status: 409,
    zh: '实验室软件已经更新，这个模拟世界是用旧版本打开的，不能继续。请重新打开任务。',
    en: 'The laboratory has been updated since this world was opened. Open the task anew.',
  },
  'world-differs': {
    status: 409,
    zh: '这个模拟世界与已保存的不一致，没有改动。请联系技术人员。',
    en: 'This world is another than the one that is kept; nothing was changed.',
  },
  'lab-document-missing': {
    status: 409,
    zh: '本机没有这道实验题的任务文件，无法打开模拟世界。请考务人员核对试卷包。',
    en: 'The document of this task is not on this server. Check the package.',
  },
  'lab-document-changed': {
    status: 409,
    zh: '实验任务文件与摘要不符，可能已损坏或被改动。请重新获取试卷包。',
    en: 'A document of the laboratory is not that of its digest. Fetch the package again.',
  },
  'lab-document-invalid': {
    status: 409,
    zh: '实验任务文件无法读取，或本机的软件版本不支持其中的应用。请核对软件版本。',
    en: 'A document of the laboratory cannot be read by this release.',
  },
  'lab-record-invalid': {
    status: 409,
    zh: '模拟世界的记录无法读取。请重新传送结果包。',
    en: 'The record of a world cannot be read. Send the result again.',
  },
  'lab-record-broken': {
    status: 409,
    zh: '模拟世界记录的哈希链中断，记录不完整或被改动，没有收下。',
    en: 'The chain of a world is broken; the record was not taken.',
  },
  'way-not-found': {
    status: 404,
    zh: '这个任务没有名为“{mistake}”的典型错误。请核对名称。',
    en: 'The task has no mistake named "{mistake}". Check the name.',
  },
  'demonstration-only': {
    status: 409,
    zh: '操作脚本只在示范环境中提供。请在示范环境中使用。',
    en: 'Scripts are told in the demonstration only. Use them there.',
  },
  'world-busy': {
    status: 409,
    zh: '这个模拟世界正在别处使用，操作没有执行。请稍后重试。',
    en: 'The world is in use elsewhere; nothing was done. Try again.',
  },
} as const satisfies RefusalCatalogue
