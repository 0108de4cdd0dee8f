/** What forms of the apps say by themselves. */
export const words = {
  count: '请填写整数',
  yuan: '请填写金额（元），最多两位小数',
  day: '请按“年-月-日”填写，如 2026-01-31',
  anyway: '确认并继续',
  back: '返回修改',
  seen: '知道了',
} as const
