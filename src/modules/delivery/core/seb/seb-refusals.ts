import type { RefusalCatalogue } from '../../../../kernel/refusal-catalogue.ts'

/** What the candidate reads, and what staff read when they prepare or unlock. Each verdict `x` of a check is told as `seb-x`. */
export const sebRefusals: RefusalCatalogue = {
  'seb-missing': {
    status: 403,
    zh: '本场考试须在安全考试浏览器中进行，现在的浏览器不能进入。请举手，由监考员为您打开安全考试浏览器。已保存的作答不会丢失。',
    en: 'This paper is taken in Safe Exam Browser; the present browser cannot enter. Raise your hand and the invigilator opens it for you. What is saved is not lost.',
  },
  'seb-wrong-config': {
    status: 403,
    zh: '安全考试浏览器打开的不是本场考试的配置，不能进入。请举手，由监考员用本场配置重新打开。已保存的作答不会丢失。',
    en: 'Safe Exam Browser was opened with other settings than those of this paper. Raise your hand and the invigilator opens it again. What is saved is not lost.',
  },
  'seb-wrong-browser': {
    status: 403,
    zh: '这台机器或这个版本的安全考试浏览器不能用于本场考试。请举手，由监考员处理。已保存的作答不会丢失。',
    en: 'This machine or this release of Safe Exam Browser cannot be used for this paper. Raise your hand. What is saved is not lost.',
  },
  'seb-replayed-nonce': {
    status: 409,
    zh: '这个页面地址已经用过，系统正在换一个新地址。如页面没有自动继续，请举手。',
    en: 'This address was used before; a new one is being fetched. If the page does not go on by itself, raise your hand.',
  },
  'seb-expired-nonce': {
    status: 409,
    zh: '页面打开得太慢，地址已过期，系统正在重试。如页面没有自动继续，请举手。',
    en: 'The page took too long to open and its address has expired; trying again. If it does not go on by itself, raise your hand.',
  },
  'locked-integrity': {
    status: 423,
    zh: '考试已暂停，作答已保留，考试时间停止计算。请坐在座位上举手，监考员核查后会为您恢复考试并补足时间。',
    en: 'The paper is paused; your responses are kept and the clock stands still. Stay seated and raise your hand: after a check the invigilator lets you go on and gives the time back.',
  },
  'seb-not-required': {
    status: 409,
    zh: '本场考试不要求使用安全考试浏览器，无需核验。请直接进入考试。',
    en: 'This paper does not require Safe Exam Browser; there is nothing to check. Go on to the paper.',
  },
  'seb-not-prepared': {
    status: 409,
    zh: '本场次要求使用安全考试浏览器，但尚未生成配置。请考点系统管理员先生成本场配置。',
    en: 'This sitting requires Safe Exam Browser and has no configuration yet. The site engineer makes one first.',
  },
  'seb-plan-invalid': {
    status: 422,
    zh: '安全考试浏览器的配置内容有误，没有生成：{places}。请改正后重试。',
    en: 'The plan for Safe Exam Browser is not sound and nothing was made: {places}. Mend it and try again.',
  },
  'seb-password-unfit': {
    status: 422,
    zh: '配置文件的密码须为12至64个可打印的ASCII字符。请换一个密码。',
    en: 'The password of the configuration file must have 12 to 64 printable ASCII characters. Choose another.',
  },
  'not-locked': {
    status: 409,
    zh: '该考生的考试没有被暂停，无需恢复。请刷新考场看板核对。',
    en: 'This attempt is not paused and needs no unlocking. Reload the wall and check.',
  },
  'reason-needed': {
    status: 422,
    zh: '恢复考试须写明核查情况。请填写原因后重试。',
    en: 'Unlocking needs a reason that says what was found. Fill it in and try again.',
  },
}
