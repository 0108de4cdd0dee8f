import type { ReadinessFinding } from './site-readiness.ts'

/** What is missing at a site, as it stands beside the site. */
export const READINESS_WORDS: Readonly<Record<ReadinessFinding['code'], { readonly zh: string; readonly en: string }>> = {
  'not-enrolled': { zh: '考点密钥尚未登记或尚未经电话核对', en: 'the keys of the site are not enrolled or not compared by voice' },
  'nobody-seated': { zh: '没有编入考生', en: 'nobody has a seat there' },
  'no-site-manager': { zh: '没有已设考务口令的考点负责人', en: 'no site manager has set a pass phrase' },
  'no-site-engineer': {
    zh: '没有已设考务口令的考点系统管理员（不得与考点负责人为同一人）',
    en: 'no site engineer beside the manager has set a pass phrase',
  },
  'staff-without-pass': { zh: '有考务人员尚未设置考务口令，不会列入考点名单', en: 'staff without a pass phrase is left out of the roster' },
}
