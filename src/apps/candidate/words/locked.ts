/** What the candidate reads while the attempt stands still; the same as the server's refusal. */
export const LOCKED_TEXT = {
  zh: '考试已暂停，作答已保留，考试时间停止计算。请坐在座位上举手，监考员核查后会为您恢复考试并补足时间。',
  en: 'The paper is paused; your responses are kept and the clock stands still. Stay seated and raise your hand: after a check the invigilator lets you go on and gives the time back.',
}
