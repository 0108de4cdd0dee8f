/** The sites of the world speak Chinese, whatever language the frame speaks. */
export const words = {
  choose: '请选择',
  cancel: '取消',
  confirm: '确认并继续',
} as const
