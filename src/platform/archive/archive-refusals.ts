import type { RefusalCatalogue } from '../../kernel/refusal-catalogue.ts'

/** Why an archive, or one entry of it, is not read. */
export const archiveRefusals = {
  'archive-not-one': { status: 415, zh: '这不是ZIP压缩包。', en: 'This is not a ZIP archive.' },
  'archive-damaged': {
    status: 422,
    zh: '压缩包已损坏或不完整，请重新压缩后再上传。',
    en: 'The archive is damaged or incomplete; pack it again.',
  },
  'archive-entry-damaged': {
    status: 422,
    zh: '压缩包中的“{path}”与其校验值不符，可能已损坏。',
    en: '“{path}” in the archive does not match its checksum; it may be damaged.',
  },
  'archive-entry-missing': { status: 422, zh: '压缩包中没有“{path}”。', en: 'There is no “{path}” in the archive.' },
  'archive-encrypted': {
    status: 422,
    zh: '压缩包中的“{path}”已加密，请去掉密码后再上传。',
    en: '“{path}” in the archive is encrypted; pack it without a password.',
  },
  'archive-method': {
    status: 422,
    zh: '压缩包中的“{path}”使用了不支持的压缩方式，请用普通ZIP格式重新压缩。',
    en: '“{path}” is packed in a way that is not supported; pack it as plain ZIP.',
  },
  'archive-path': {
    status: 422,
    zh: '压缩包中的路径“{path}”指向包外或含有不允许的字符，不予读取。',
    en: 'The path “{path}” leads out of the archive or holds characters that are not allowed.',
  },
  'archive-link': {
    status: 422,
    zh: '压缩包中的“{path}”是链接或特殊文件，不予读取。',
    en: '“{path}” in the archive is a link or a special file.',
  },
  'archive-duplicate': {
    status: 422,
    zh: '压缩包中有多个“{path}”（不区分大小写）。',
    en: 'The archive holds “{path}” more than once, letter case aside.',
  },
  'archive-too-many': { status: 413, zh: '压缩包中的文件超过{limit}个。', en: 'The archive holds more than {limit} files.' },
  'archive-too-large': { status: 413, zh: '压缩包解开后超过{limit}字节。', en: 'Unpacked the archive is larger than {limit} bytes.' },
  'archive-bomb': {
    status: 422,
    zh: '压缩包的压缩比超过{limit}:1，疑似恶意文件，不予读取。',
    en: 'The archive is packed tighter than {limit}:1, as only hostile ones are.',
  },
  'archive-nested': {
    status: 422,
    zh: '压缩包中的压缩包嵌套超过{limit}层。',
    en: 'Archives are nested more than {limit} deep.',
  },
} as const satisfies RefusalCatalogue
