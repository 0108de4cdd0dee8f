import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import type { ReplyOf } from '../../../kernel/endpoint.ts'
import { type readDrill, type readReadiness, runDrill, signInAtHall } from '../../../modules/delivery/contract.ts'

export const DRILL_USAGE = `用法 usage:
  zhiheng site drill --at https://考点服务器:端口 --staff 工作人员编号 [--seconds 60] [--fresh]
  在已启封演练数据包的考点服务器上进行负载模拟，并列出演练各步的进度；其余步骤在考务台确认。
  口令从环境变量ZHIHENG_STAFF_PASS读取，未设置时提示输入。 (load simulation and the state of the drill)`

type Drill = ReplyOf<typeof readDrill>
type Readiness = ReplyOf<typeof readReadiness>
export type DrillArguments = { readonly at: string; readonly staffId: string; readonly seconds: number; readonly fresh: boolean }

/** Null when the words make no sense. */
export function parseDrill(words: readonly string[]): DrillArguments | null {
  const found: { -readonly [K in keyof DrillArguments]: DrillArguments[K] } = {
    at: 'http://127.0.0.1:8090',
    staffId: '',
    seconds: 60,
    fresh: false,
  }
  for (let i = 0; i < words.length; i++) {
    const value = words[i + 1]
    if (words[i] === '--fresh') found.fresh = true
    else if (value === undefined) return null
    else if (words[i] === '--at' && URL.canParse(value)) found.at = words[++i] ?? ''
    else if (words[i] === '--staff') found.staffId = words[++i] ?? ''
    else if (words[i] === '--seconds' && /^\d{1,3}$/.test(value)) found.seconds = Number(words[++i])
    else return null
  }
  return found.staffId === '' || found.seconds < 1 || found.seconds > 600 ? null : { ...found, at: found.at.replace(/\/+$/, '') }
}

const STATES: Readonly<Record<Drill['steps'][number]['state'], string>> = {
  open: '未开始',
  running: '进行中',
  measured: '已测，待确认',
  confirmed: '已确认',
  skipped: '不适用',
}

/** The drill as a person at a terminal reads it: a line for each step, its figures, and what is still open. */
export function drillLines({ steps, faults }: Drill): string[] {
  const lines = steps.map(({ name, state, values, measures, note }) => {
    const figures = values.map(value => {
      const measure = measures.find(one => one.measureId === value.measureId)
      return `${measure?.name.zh ?? value.measureId} ${value.value}${measure?.unit.zh ?? ''}`
    })
    return [`${STATES[state].padEnd(7, '　')}${name.zh}`, ...figures, ...(note === '' ? [] : [note])].join('　')
  })
  return [
    ...lines,
    ...(faults.length === 0 ? ['全部步骤合格，可由负责人和系统管理员签发就绪证书。'] : ['', ...faults.map(fault => `· ${fault.zh}`)]),
  ]
}

/** Runs the part of the drill that the server does by itself and tells how everything stands; 0 when nothing of the load missed its limit. */
export async function siteDrill(words: readonly string[]): Promise<number> {
  const args = parseDrill(words)
  if (!args) {
    console.error(DRILL_USAGE)
    return 2
  }
  const call = await signedIn(args)
  if (!call) return 1
  const begun = await call<Drill>('POST', runDrill.path, { fresh: args.fresh, seconds: args.seconds })
  if (!begun) return 1
  console.log(`负载模拟进行中，约${args.seconds}秒……`)
  let view: Drill | null = begun
  while (view?.steps.some(step => step.stepId === 'load' && step.state === 'running')) {
    await new Promise(done => setTimeout(done, 1_000))
    view = await call<Drill>('GET', runDrill.path)
  }
  if (!view) return 1
  console.log(drillLines(view).join('\n'))
  const ready = await call<Readiness>('GET', '/api/delivery/hall/readiness')
  if (ready) console.log(ready.ready ? ready.lines.join('\n') : `\n${ready.fault?.zh ?? ''}`)
  const load = view.steps.find(step => step.stepId === 'load')
  const missed = load?.measures.some(measure => {
    const value = load.values.find(one => one.measureId === measure.measureId)?.value
    return value === undefined || (measure.kind === 'at-most' ? value > measure.limit : value < measure.limit)
  })
  return missed === false ? 0 : 1
}

type Call = <T>(method: 'GET' | 'POST', path: string, body?: object) => Promise<T | null>

/** Signs in and gives a way to ask; null when that was refused. Refusals are printed as they are told. */
async function signedIn({ at, staffId }: DrillArguments): Promise<Call | null> {
  const cookies = new Map<string, string>()
  const call: Call = async (method, path, body) => {
    const headers: Record<string, string> = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    const csrf = cookies.get('zh_csrf')
    if (csrf !== undefined) headers['x-zhiheng-csrf'] = csrf
    if (body) headers['content-type'] = 'application/json'
    const reply = await fetch(at + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }).catch(() => null)
    if (!reply) {
      console.error(`连接不上${at}。请核对地址和证书。 (no answer)`)
      return null
    }
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (name !== undefined && value !== undefined) cookies.set(name, value)
    }
    const told = (await reply.json()) as { error?: { zh?: string; message?: string; code: string } }
    if (reply.ok) return told as never
    console.error(told.error?.zh ?? told.error?.message ?? told.error?.code)
    return null
  }
  const passPhrase = process.env['ZHIHENG_STAFF_PASS'] ?? (await askPassPhrase())
  return (await call('POST', signInAtHall.path, { staffId, passPhrase })) === null ? null : call
}

async function askPassPhrase(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question('口令：')
  } finally {
    terminal.close()
  }
}
