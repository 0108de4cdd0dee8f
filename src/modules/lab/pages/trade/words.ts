/** Words that the sites of trade have in common; they speak Chinese, whatever language the frame speaks. */
export const words = {
  anyway: '仍然继续',
  think: '返回修改',
  choose: '请选择',
  money: '请填写金额，例如 129.00。',
  count: '请填写整数。',
  format: '有的内容没有填写，或者过短、过长、格式不对，请检查后再提交。',
} as const
