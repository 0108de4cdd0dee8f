/** Refusals every command may give, beyond those of its app. */
export const COMMON_REFUSALS: Readonly<Record<string, string>> = {
  E_UNKNOWN: '这里没有“{command}”这个操作。',
  E_FORMAT: '填写的内容不符合格式，请检查“{field}”。',
  E_PERM: '{persona}没有权限进行“{command}”，请换用有权限的身份。',
  E_STATE: '当前状态为“{state}”，不能这样操作。现在可以：{allowed}。',
  E_STALE: '页面内容已经变化，请查看最新内容后再操作。',
  E_SIZE: '内容过大（{bytes} 字节），上限为 {most} 字节。',
  E_FILE_SIZE: '文件过大（{bytes} 字节），单个文件不超过 1 MB。',
  E_FILE_TOTAL: '本题的文件合计不超过 20 MB，请删减后再试。',
  E_BOUND: '这一步引起的变化过多，未执行。请分步操作。',
  E_TOO_FAR: '一次快进的时间太长，未执行。请分几次快进。',
  E_ENGINE: '系统检查发现数据不一致，这一步已撤销并已记录。请联系监考员或教师。',
}
