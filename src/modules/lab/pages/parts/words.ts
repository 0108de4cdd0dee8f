/** What the parts say by themselves. The sites of the world speak Chinese, whatever language the frame speaks. */
export const words = {
  choose: '请选择',
  cancel: '取消',
  think: '返回修改',
  anyway: '确认并继续',
  money: '请填写金额，例如 129.00。',
  count: '请填写整数。',
  yuan: '请填写金额（元），最多两位小数。',
  day: '请按“年-月-日”填写，例如 2026-01-31。',
  format: '有的内容没有填写，或者过短、过长、格式不对，请检查后再提交。',
} as const
