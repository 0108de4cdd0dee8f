import { parseArgs } from 'node:util'
import { type Result, ok } from '../../../kernel/result.ts'

export const WIRE_USAGE = `用法 usage: zhiheng site report --centre=中心地址 [--site=http://127.0.0.1:8090] [--data=目录] [--name=A|B]
              向中心报告本考点的状态 (tell the centre how this site stands)
            zhiheng site enrol --centre=中心地址 --code=考点代码 [--data=目录]
              向中心登记本考点的公开密钥 (send the public keys of this site)
            zhiheng site fetch --centre=中心地址 --code=考点代码 --package=编号 --out=文件 [--data=目录]
              联网取试卷包 (fetch the package)
            zhiheng site opening-key --centre=中心地址 --code=考点代码 --package=编号 [--data=目录]
              联网取启封密钥，首场开考前30分钟起 (fetch the opening key, from 30 minutes before the first sitting)`

type Common = { readonly centre: string; readonly data: string | null }
export type WireArguments =
  | (Common & { readonly verb: 'report'; readonly site: string; readonly name: 'A' | 'B' })
  | (Common & { readonly verb: 'enrol'; readonly code: string })
  | (Common & { readonly verb: 'fetch'; readonly code: string; readonly sitePackageId: string; readonly out: string })
  | (Common & { readonly verb: 'opening-key'; readonly code: string; readonly sitePackageId: string })
export type ArgumentFault = { readonly zh: string; readonly en: string }
export const WIRE_VERBS = ['report', 'enrol', 'fetch', 'opening-key'] as const
const NEEDS: Readonly<Record<(typeof WIRE_VERBS)[number], readonly string[]>> = {
  report: ['centre'],
  enrol: ['centre', 'code'],
  fetch: ['centre', 'code', 'package', 'out'],
  'opening-key': ['centre', 'code', 'package'],
}

/** Reads the words after `site`: a verb that goes over the wire, with its options. */
export function parseWireArguments([verb = '', ...words]: readonly string[]): Result<WireArguments, ArgumentFault> {
  const known = WIRE_VERBS.find(one => one === verb)
  if (known === undefined) return fault(`不认识的子命令“${verb}”。`, `unknown verb "${verb}"`)
  const read = optionsOf(words)
  if (read === null) return fault('参数不认识或缺少取值。', 'an option is unknown or has no value')
  const absent = NEEDS[known].find(name => (read[name] ?? '') === '')
  if (absent !== undefined) return fault(`缺少参数--${absent}。`, `--${absent} is missing`)
  const { centre = '', site = 'http://127.0.0.1:8090', name = 'A', code = '', out = '' } = read
  if (![centre, site].every(isOrigin)) return fault('地址须以http或https开头。', 'an address begins with http or https')
  if (name !== 'A' && name !== 'B') return fault('--name须为A或B。', '--name is A or B')
  const common = { centre: centre.replace(/\/+$/, ''), data: read['data'] ?? null }
  const sitePackageId = read['package'] ?? ''
  switch (known) {
    case 'report':
      return ok({ ...common, verb: 'report', site: site.replace(/\/+$/, ''), name })
    case 'enrol':
      return ok({ ...common, verb: 'enrol', code })
    case 'fetch':
      return ok({ ...common, verb: 'fetch', code, sitePackageId, out })
    case 'opening-key':
      return ok({ ...common, verb: 'opening-key', code, sitePackageId })
  }
}

function optionsOf(words: readonly string[]): Readonly<Record<string, string>> | null {
  const names = ['centre', 'site', 'data', 'name', 'code', 'package', 'out']
  try {
    const options = Object.fromEntries(names.map(name => [name, { type: 'string' as const }]))
    const { values } = parseArgs({ args: [...words], options, allowPositionals: false })
    return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return null
  }
}

function isOrigin(text: string): boolean {
  return /^https?:\/\/[^\s/]+\/*$/.test(text)
}

function fault(zh: string, en: string): { readonly ok: false; readonly refusal: ArgumentFault } {
  return { ok: false, refusal: { zh, en } }
}
