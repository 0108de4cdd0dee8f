import { parseArgs } from 'node:util'

export const COMMAND_USAGE = `  zhiheng site trust  [--data 目录] --sealers 封装人名单.json              登记封装人名单 (who may seal)
  zhiheng site trust  [--data 目录] --centre 地址 [--fingerprint 指纹]     从中心取名单，电话核对指纹后登记 (from the centre)
  zhiheng site import [--data 目录] --file 试卷包.zhpkg | --folder 移动存储 | --centre 地址 --package 编号
                                                                          装入密封试卷包 (take in a sealed package)
  zhiheng site result [--data 目录] [--sitting 场次] --out 目录 | --centre 地址
                                                                          取出或上传结果包 (carry or send the result package)`

/** A command of a site that is no server. */
export type SiteCommand =
  | { readonly verb: 'trust'; readonly data: string; readonly sealers: string }
  | { readonly verb: 'trust-centre'; readonly data: string; readonly centre: string; readonly fingerprint: string }
  | { readonly verb: 'import'; readonly data: string; readonly from: { readonly file: string } | { readonly folder: string } }
  | { readonly verb: 'fetch'; readonly data: string; readonly centre: string; readonly sitePackageId: string }
  | { readonly verb: 'carry'; readonly data: string; readonly sitting: string; readonly out: string }
  | { readonly verb: 'send'; readonly data: string; readonly sitting: string; readonly centre: string }

const VERBS = new Set(['trust', 'import', 'result'])

/** Are these the words of a command, and not of the server? */
export function isCommand([verb = '']: readonly string[]): boolean {
  return VERBS.has(verb)
}

const NAMES = ['data', 'sealers', 'centre', 'fingerprint', 'file', 'folder', 'package', 'sitting', 'out'] as const
type Given = Readonly<Partial<Record<(typeof NAMES)[number], string>>>

/** Null when the words make no sense. `usualData` is where a site keeps its data unless told otherwise. */
export function parseCommand([verb = '', ...words]: readonly string[], usualData: string): SiteCommand | null {
  const given = read(words)
  if (given === null) return null
  const data = given.data ?? usualData
  const centre = given.centre ?? ''
  if (centre !== '' && !URL.canParse(centre)) return null
  switch (verb) {
    case 'trust':
      if (centre !== '') return { verb: 'trust-centre', data, centre, fingerprint: given.fingerprint ?? '' }
      return given.sealers === undefined ? null : { verb, data, sealers: given.sealers }
    case 'import':
      return importOf(data, centre, given)
    case 'result':
      if (given.out !== undefined && centre === '') return { verb: 'carry', data, sitting: given.sitting ?? '', out: given.out }
      return centre !== '' && given.out === undefined ? { verb: 'send', data, sitting: given.sitting ?? '', centre } : null
    default:
      return null
  }
}

function importOf(data: string, centre: string, given: Given): SiteCommand | null {
  const ways = [given.file, given.folder, given.package].filter(way => way !== undefined).length
  if (ways !== 1 || (centre !== '') !== (given.package !== undefined)) return null
  if (given.package !== undefined)
    return /^[0-9a-f-]{36}$/.test(given.package) ? { verb: 'fetch', data, centre, sitePackageId: given.package } : null
  return { verb: 'import', data, from: given.file === undefined ? { folder: given.folder ?? '' } : { file: given.file } }
}

function read(words: readonly string[]): Given | null {
  try {
    const options = Object.fromEntries(NAMES.map(name => [name, { type: 'string' as const }]))
    return parseArgs({ args: [...words], options, allowPositionals: false }).values as Given
  } catch {
    return null
  }
}
