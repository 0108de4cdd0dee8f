import { parseArgs } from 'node:util'
import { type Instant, instantOf } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'

export const KEY_USAGE = `用法 usage: zhiheng key new                                   生成一把启封密钥 (a new opening key)
            zhiheng key split --shares 5 --needed 3 < 密钥      拆成份额，一行一份 (split; one share a line)
            zhiheng key join < 份额                              由份额恢复密钥 (join shares)
            zhiheng key say < 密钥                               电话报读稿 (lines to read aloud)
            zhiheng key site --site 考点代码 [--data 数据目录]   本考点的密钥与登记码 (the site's key, enrolment)
            zhiheng key tls --name 考点名称 --host 地址 [--host 地址] [--data 数据目录]   两台服务器的HTTPS证书 (HTTPS for both servers)
            zhiheng key sealer --id 编号 --name 姓名 --out 文件 < 口令   封装人的签名密钥 (a sealer's key)
密钥、份额和口令一律从标准输入读取，不写在命令行上。(secrets come by standard input, never by arguments)`

export const SEAL_USAGE = `用法 usage: zhiheng seal rehearsal --enrolment 登记码文件 --out 演练.zhpkg [--name 考点名称] [--seats 30]
                [--opens 2026-11-29T08:30+08:00] [--sealer 密钥文件 --sealer 密钥文件]   生成演练试卷包 (a rehearsal package)
            zhiheng seal check <试卷包.zhpkg> --sealers 封装人名单.json --site 考点代码  核对试卷包 (judge a package)
给出--sealer时，两位封装人的口令从标准输入逐行读取；不给则临时生成两把仅供演练的签名密钥。
(with --sealer their pass phrases come by standard input, a line each; without, two keys are made for this rehearsal alone)`

/** Why the words cannot be followed. */
export type ArgumentFault = { readonly zh: string; readonly en: string }
type Parsed<T> = Result<T, ArgumentFault>

export type KeyArguments =
  | { readonly verb: 'new' | 'join' | 'say' }
  | { readonly verb: 'split'; readonly shares: number; readonly needed: number }
  | { readonly verb: 'site'; readonly site: string; readonly data: string | null }
  | { readonly verb: 'tls'; readonly name: string; readonly hosts: readonly string[]; readonly data: string | null }
  | { readonly verb: 'sealer'; readonly id: string; readonly name: string; readonly out: string }

export type SealArguments =
  | {
      readonly verb: 'rehearsal'
      readonly enrolment: string
      readonly out: string
      readonly name: string
      readonly seats: number
      readonly opens: Instant | null
      readonly sealers: readonly string[]
    }
  | { readonly verb: 'check'; readonly file: string; readonly sealers: string; readonly site: string }

/** Reads the words after `key`. */
export function parseKeyArguments([verb = '', ...words]: readonly string[]): Parsed<KeyArguments> {
  const read = options(words, ['shares', 'needed', 'site', 'data', 'id', 'name', 'out', 'host'])
  if (!read.ok) return read
  const { one, many, files } = read.value
  if (files.length > 0) return fault(`多余的参数“${files[0]}”。`, `an argument too many: ${files[0]}`)
  switch (verb) {
    case 'new':
    case 'join':
    case 'say':
      return ok({ verb })
    case 'split':
      return splitArguments(one)
    case 'site':
      return /^[\w-]{1,64}$/.test(one('site')) ? ok({ verb, site: one('site'), data: one('data') || null }) : missing('site')
    case 'tls': {
      const hosts = many('host')
      if (one('name') === '') return missing('name')
      return hosts.length > 0 ? ok({ verb, name: one('name'), hosts, data: one('data') || null }) : missing('host')
    }
    case 'sealer': {
      const absent = ['id', 'name', 'out'].find(name => one(name) === '')
      return absent === undefined ? ok({ verb, id: one('id'), name: one('name'), out: one('out') }) : missing(absent)
    }
    default:
      return fault(`不认识的子命令“${verb}”。`, `unknown verb "${verb}"`)
  }
}

function splitArguments(one: (name: string) => string): Parsed<KeyArguments> {
  const [shares, needed] = [Number(one('shares')), Number(one('needed'))]
  const sound = Number.isInteger(shares) && Number.isInteger(needed) && needed >= 2 && needed <= shares && shares <= 20
  return sound
    ? ok({ verb: 'split', shares, needed })
    : fault('--shares须为2至20，--needed须为2至份额数。', '--shares from 2 to 20, --needed from 2 to the number of shares')
}

/** Reads the words after `seal`. */
export function parseSealArguments([verb = '', ...words]: readonly string[]): Parsed<SealArguments> {
  const read = options(words, ['enrolment', 'out', 'name', 'seats', 'opens', 'sealer', 'sealers', 'site'])
  if (!read.ok) return read
  const { one, many, files } = read.value
  if (verb === 'check') {
    const [file, ...more] = files
    if (file === undefined || more.length > 0) return fault('需要恰好一个试卷包文件。', 'exactly one package is needed')
    const absent = ['sealers', 'site'].find(name => one(name) === '')
    return absent === undefined ? ok({ verb, file, sealers: one('sealers'), site: one('site') }) : missing(absent)
  }
  if (verb !== 'rehearsal') return fault(`不认识的子命令“${verb}”。`, `unknown verb "${verb}"`)
  const absent = ['enrolment', 'out'].find(name => one(name) === '')
  if (absent !== undefined) return missing(absent)
  const seats = Number(one('seats') || '30')
  if (!Number.isInteger(seats) || seats < 1 || seats > 400) return fault('--seats须为1至400的整数。', '--seats from 1 to 400')
  const opens = one('opens')
  if (opens !== '' && Number.isNaN(Date.parse(opens))) return fault('--opens须为带时区的时间。', '--opens is a time with its zone')
  if (![0, 2].includes(many('sealer').length)) return fault('--sealer须给出两次，或不给。', '--sealer twice or not at all')
  return ok({
    verb,
    enrolment: one('enrolment'),
    out: one('out'),
    name: one('name') || '演练考点',
    seats,
    opens: opens === '' ? null : instantOf(opens),
    sealers: many('sealer'),
  })
}

type Options = { one(name: string): string; many(name: string): string[]; readonly files: readonly string[] }

function options(words: readonly string[], names: readonly string[]): Parsed<Options> {
  try {
    const known = Object.fromEntries(names.map(name => [name, { type: 'string' as const, multiple: true as const }]))
    const { values, positionals } = parseArgs({ args: [...words], options: known, allowPositionals: true })
    const many = (name: string) => (values[name] ?? []).filter(value => typeof value === 'string')
    return ok({ one: name => many(name).at(-1) ?? '', many, files: positionals })
  } catch (error) {
    return fault('参数不认识或缺少取值。', error instanceof Error ? error.message : String(error))
  }
}

function missing(name: string): Parsed<never> {
  return fault(`缺少参数--${name}或其取值不合要求。`, `--${name} is missing or not sound`)
}

function fault(zh: string, en: string): Parsed<never> {
  return { ok: false, refusal: { zh, en } }
}
