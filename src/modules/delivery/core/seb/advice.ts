import type { SebVerdict } from './check.ts'

type Text = { readonly zh: string; readonly en: string }

/** For each outcome of a check: what the invigilator reads on the wall. What the candidate reads is the text of the refusal. */
export const INVIGILATOR_ADVICE: Readonly<Record<Exclude<SebVerdict, 'verified'>, Text>> = {
  missing: {
    zh: '该机没有使用安全考试浏览器，或浏览器没有出示密钥。请到座位查看：关闭普通浏览器，用本场配置文件打开安全考试浏览器，再让考生进入。',
    en: 'This machine does not use Safe Exam Browser, or the browser shows no keys. Go to the seat: close the ordinary browser, open Safe Exam Browser with the file of this sitting, and let the candidate enter again.',
  },
  'wrong-config': {
    zh: '安全考试浏览器的配置不是本场考试的配置。请退出后用本场配置文件重新打开。如配置被人改动，请登记异常情况。',
    en: 'Safe Exam Browser runs with other settings than those of this sitting. Quit it and open it with the file of this sitting. If somebody changed the settings, record an incident.',
  },
  'wrong-browser': {
    zh: '浏览器版本不在准用名单内，或作答换到了另一台机器。请核对座位和版本，必要时换用备用机并核发新的入场码。',
    en: 'The release of the browser is not on the list, or the attempt moved to another machine. Check seat and release; use a spare machine and a new entry code if needed.',
  },
  'replayed-nonce': {
    zh: '页面地址已经用过。客户端会自动换一个新地址；若反复出现，请让考生重新进入。',
    en: 'The address of the page was used before. The client fetches a new one by itself; if this repeats, let the candidate enter again.',
  },
  'expired-nonce': {
    zh: '页面打开得太慢，地址已过期。客户端会自动重试；若反复出现，请检查该机网络。',
    en: 'The page took too long to open and its address has expired. The client tries again by itself; if this repeats, check the network of the machine.',
  },
}
