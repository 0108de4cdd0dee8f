/** Words of what helps a trainee beside the desktop; Chinese is the source. */
export const zh = {
  drafts: { kept: '上次没有填完的内容还在，打开原来的表单会自动填好。', forget: '不再保留' },
  hints: {
    title: '提示',
    lead: '打开一条提示要扣掉相应的分数，重置本题也不退还。',
    none: '本题没有提示。',
    loading: '正在读取……',
    open: '看提示（扣{n}分）',
    ask: '“{say}”的提示要扣{n}分，打开后不能撤回。确定打开吗？',
    opened: '已打开，扣{n}分',
    step: '在“{app}”中：{zh}',
    after: '完成后：{lines}',
  },
  cards: { title: '教师的提示', from: '{time}发来', read: '知道了', done: '已读' },
} as const
