import { canonical } from '../../world/canonical.ts'
import type { CheckKind, Part, RubricValue } from '../check-schema.ts'
import { type Value, isRow, same } from '../expression/functions.ts'
import { folded, says } from '../folding.ts'
import { shown } from '../template.ts'
import { type Bench, FULL, type Judgement, RubricFault, judged, rowsAt, seqsOf, valueAt, wantedAt } from './judgement.ts'

type Spec<K extends CheckKind> = NonNullable<Part[K]>
type Row = { readonly [field: string]: Value }

/** A millionth is rounded up: marks are rounded down to halves afterwards, and a third of three must stay one. */
const part = (right: number, all: number): number => (all === 0 ? FULL : Math.ceil((right * FULL) / all))
const BASIS = 10_000

/** Does one value meet what is wanted? A list holds it, a text says it in whatever width and numerals. */
function meets(actual: Value, wanted: Value): boolean {
  if (Array.isArray(actual) && !Array.isArray(wanted)) return actual.some(item => meets(item as Value, wanted))
  if (typeof actual === 'string' && typeof wanted === 'string') return folded(actual) === folded(wanted)
  if (typeof actual === 'string' && typeof wanted === 'number') return folded(actual) === String(wanted)
  return same(actual, wanted)
}

type Met = { readonly ok: boolean; readonly carried: boolean; readonly expected: Value }

/** The first of several wanted values is the right one; a later one may rest on an earlier error. */
function metBy(bench: Bench, wanted: RubricValue | readonly RubricValue[], fits: (value: Value) => boolean): Met {
  const all = Array.isArray(wanted) ? (wanted as readonly RubricValue[]) : [wanted as RubricValue]
  const expected = wantedAt(bench, all[0] ?? null)
  if (fits(expected)) return { ok: true, carried: false, expected }
  const later = all.slice(1).find(value => {
    const other = carriedValue(bench, value)
    return other !== undefined && fits(other)
  })
  const carried = later !== undefined && typeof later === 'string' && later.includes('from(')
  return { ok: later !== undefined, carried, expected }
}

/** An alternative that rests on an error which was not made does not count; any other fault is the writer's. */
function carriedValue(bench: Bench, value: RubricValue): Value | undefined {
  try {
    return wantedAt(bench, value)
  } catch (error) {
    if (error instanceof RubricFault && typeof value === 'string' && value.includes('from(')) return undefined
    throw error
  }
}

function state(bench: Bench, spec: Spec<'state'>): Judgement {
  const rows = rowsAt(bench, spec.fact)
  const fields = Object.entries(spec.expect)
  // a query names its fact; of anything else the names of the fields stand as they are
  const source = /^(\w+\.\w+)\(/.exec(spec.fact.trim())?.[1] ?? ''
  const nameOf = (field: string): string => bench.around.nameOf?.(source, field) ?? field
  const enough = spec.count === undefined ? rows.length > 0 : rows.length === spec.count
  if (fields.length === 0)
    return judged(enough ? FULL : 0, {
      expected: `${spec.count ?? '至少 1'} 条`,
      actual: `${rows.length} 条`,
      witness: seqsOf(rows),
      times: rows.length,
    })
  const looked = rows.map(row => ({
    row,
    met: fields.map(([field, wanted]) => metBy(bench, wanted, value => meets(fieldOf(row, field, spec.fact), value))),
  }))
  const best = looked.toSorted((a, b) => b.met.filter(m => m.ok).length - a.met.filter(m => m.ok).length)[0]
  const met = best?.met ?? fields.map(([, wanted]) => ({ ok: false, carried: false, expected: metBy(bench, wanted, () => false).expected }))
  const right = met.filter(m => m.ok).length
  const whole = right === fields.length && enough
  const values = best === undefined ? {} : Object.fromEntries(fields.map(([field]) => [field, best.row[field] ?? null]))
  return judged(whole ? FULL : spec.perField && best !== undefined ? Math.min(part(right, fields.length), enough ? FULL : FULL - 1) : 0, {
    expected: fields.map(([field], i) => `${nameOf(field)}：${shown(met[i]?.expected)}`).join('；'),
    actual: best === undefined ? '没有找到' : fields.map(([field]) => `${nameOf(field)}：${shown(best.row[field])}`).join('；'),
    witness: best === undefined ? [] : seqsOf([best.row]),
    values,
    wrong: fields.filter((_f, i) => met[i]?.ok !== true).map(([field]) => field),
    carried: whole && met.some(m => m.carried),
    times: rows.length,
  })
}

function fieldOf(row: Row, field: string, fact: string): Value {
  if (!Object.hasOwn(row, field)) throw new RubricFault(`${fact}：没有字段“${field}”`)
  return row[field] ?? null
}

function event(bench: Bench, spec: Spec<'event'>): Judgement {
  const limit = spec.before === undefined ? undefined : rowsAt(bench, spec.before)
  const end = limit === undefined ? Number.MAX_SAFE_INTEGER : Math.min(...seqsOf(limit), Number.MAX_SAFE_INTEGER)
  const start = bench.start.state.now
  const all = rowsAt(bench, spec.of)
  const timeOf = new Map(bench.world.events.map(e => [e.seq, Number(e.at)]))
  const found = all.filter(
    row => Number(row['seq']) < end && (spec.within === undefined || (timeOf.get(Number(row['seq'])) ?? start) - start <= spec.within),
  )
  const late = all.filter(row => !found.includes(row))
  return judged(part(Math.min(found.length, spec.times), spec.times), {
    expected: `${spec.times} 次`,
    actual: late.length > 0 ? `${found.length} 次，另有 ${late.length} 次不在要求的时间内` : `${found.length} 次`,
    witness: seqsOf(found),
    counter: seqsOf(late),
    times: found.length,
  })
}

function never(bench: Bench, spec: Spec<'never'>): Judgement {
  const rows = rowsAt(bench, spec)
  return judged(rows.length === 0 ? FULL : 0, {
    expected: '没有发生',
    actual: rows.length === 0 ? '没有发生' : `发生 ${rows.length} 次`,
    counter: seqsOf(rows),
    times: rows.length,
  })
}

/** The longest run of milestones that were reached in this order; others may lie between (longest common subsequence by first fitting times). */
function seq(bench: Bench, spec: Spec<'seq'>): Judgement {
  const times = spec.map(text => seqsOf(rowsAt(bench, text)))
  const best: { readonly length: number; readonly last: number; readonly path: readonly number[] }[] = [{ length: 0, last: -1, path: [] }]
  for (const choices of times) {
    for (const before of best.slice()) {
      const next = choices.find(s => s > before.last)
      if (next !== undefined) best.push({ length: before.length + 1, last: next, path: [...before.path, next] })
    }
    // of all ways of one length only the one that ended first can still be the best
    const kept = new Map<number, (typeof best)[number]>()
    for (const way of best) if ((kept.get(way.length)?.last ?? Number.MAX_SAFE_INTEGER) > way.last) kept.set(way.length, way)
    best.splice(0, best.length, ...kept.values())
  }
  const longest = best.toSorted((a, b) => b.length - a.length)[0]
  const path = longest?.path ?? []
  return judged(part(path.length, spec.length), {
    expected: `依次完成 ${spec.length} 步`,
    actual: `依次完成 ${path.length} 步`,
    witness: path,
  })
}

function number(bench: Bench, spec: Spec<'number'>): Judgement {
  const value = valueAt(bench, spec.value)
  if (typeof value !== 'number')
    return judged(0, { expected: shown(wantedFirst(bench, spec.want)), actual: shown(value), values: { value } })
  const share = (wanted: Value): number => {
    if (typeof wanted !== 'number') throw new RubricFault(`${spec.value}：应与数字比较`)
    const scale = spec.relative ? Math.abs(wanted) : BASIS
    const [away, tol, zero] = [Math.abs(value - wanted) * BASIS, spec.tol * scale, spec.zero * scale]
    if (away <= tol) return FULL
    return away >= zero ? 0 : Math.floor(((zero - away) / (zero - tol)) * FULL)
  }
  const met = metBy(bench, spec.want, wanted => share(wanted) === FULL)
  return judged(met.ok ? FULL : share(met.expected), {
    expected: shown(met.expected),
    actual: shown(value),
    values: { value },
    carried: met.carried,
    wrong: met.ok ? [] : ['value'],
  })
}

function wantedFirst(bench: Bench, want: RubricValue | readonly RubricValue[]): Value {
  return wantedAt(bench, Array.isArray(want) ? ((want as readonly RubricValue[])[0] ?? null) : (want as RubricValue))
}

function response(bench: Bench, spec: Spec<'response'>): Judgement {
  const row = bench.around.rows('desk.answer').find(r => r['field'] === spec.field)
  const value = row?.['value'] ?? null
  const met = metBy(
    bench,
    spec.want,
    wanted =>
      meets(value, wanted) ||
      (typeof value === 'string' && typeof wanted === 'string' && decimal(value) !== undefined && decimal(value) === decimal(wanted)),
  )
  const unit = row?.['unit'] ?? ''
  const more = { values: { value: numeric(value) }, carried: met.carried, wrong: met.ok ? [] : ['value'] }
  return judged(met.ok ? FULL : 0, {
    ...more,
    expected: shown(met.expected),
    actual: value === null ? '没有填写' : `${shown(value)}${unit === null ? '' : String(unit)}`,
    witness: row === undefined ? [] : seqsOf([row]),
  })
}

/** `86.40` and `86.4` are one number. */
function decimal(text: string): string | undefined {
  return /^-?\d+(\.\d+)?$/.test(text) ? text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : undefined
}

/** A whole number typed into the sheet is a number for later checks. */
function numeric(value: Value): Value {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value
}

function artifact(bench: Bench, spec: Spec<'artifact'>): Judgement {
  const text = valueAt(bench, spec.of)
  const validator = Object.hasOwn(bench.validators, spec.validator) ? bench.validators[spec.validator] : undefined
  if (validator === undefined) throw new RubricFault(`没有校验器“${spec.validator}”`)
  const codes = Object.entries(spec.each)
  if (typeof text !== 'string' || text === '')
    return judged(0, { expected: codes.map(([c]) => c).join('、'), actual: '没有提交', wrong: codes.map(([c]) => c) })
  const findings = validator(text)
  const bad = codes.filter(([code]) => findings.find(f => f.code === code)?.ok !== true)
  const all = codes.reduce((sum, [, marks]) => sum + marks * 2, 0)
  const lost = bad.reduce((sum, [, marks]) => sum + marks * 2, 0)
  const told = bad.map(([code]) => findings.find(f => f.code === code)?.zh ?? code)
  return judged(part(all - lost, all), {
    expected: `${codes.length} 项全部合格`,
    actual: bad.length === 0 ? '全部合格' : told.join('；'),
    wrong: bad.map(([c]) => c),
  })
}

function text(bench: Bench, spec: Spec<'text'>): Judgement {
  const rows = valueAt(bench, spec.of)
  const value = isRow(rows) ? rows['text'] : rows
  const seqs = isRow(rows) ? seqsOf([rows]) : []
  if (typeof value !== 'string')
    return judged(0, { expected: spec.need.map(g => shown(wantedAt(bench, g[0] ?? null))).join('；'), actual: '没有找到' })
  const groups = spec.need.map(group => group.map(word => String(wantedAt(bench, word))))
  const missing = groups.filter(group => !group.some(word => says(value, word)))
  const forbidden = spec.forbid.map(word => String(wantedAt(bench, word))).filter(word => says(value, word))
  const short = [...folded(value)].length < spec.minChars
  const share = forbidden.length > 0 || short ? 0 : part(groups.length - missing.length, groups.length)
  const faults = [
    ...missing.map(group => `没有写明${group.join('或')}`),
    ...forbidden.map(word => `出现了不应出现的“${word}”`),
    ...(short ? [`少于 ${spec.minChars} 字`] : []),
  ]
  return judged(share, {
    expected: groups.map(g => g.join('或')).join('；'),
    actual: faults.length === 0 ? '要点齐全' : faults.join('；'),
    witness: seqs,
    values: { text: value },
  })
}

function outcome(bench: Bench, spec: Spec<'outcome'>): Judgement {
  const [own, none, best] = [spec.own, spec.none, spec.best].map(e => valueAt(bench, e))
  if (typeof own !== 'number' || typeof none !== 'number' || typeof best !== 'number' || best <= none)
    throw new RubricFault(`${spec.own}：结果无法归一化`)
  const percent = Math.max(0, Math.min(120, Math.floor(((own - none) * 100) / (best - none))))
  const tier = spec.tiers.toSorted((a, b) => b.from - a.from).find(t => percent >= t.from)
  return judged(((tier?.share ?? 0) * FULL) / 100, {
    expected: `达到参考结果的 ${Math.max(...spec.tiers.map(t => t.from))}%`,
    actual: `达到参考结果的 ${percent}%`,
    values: { value: percent },
  })
}

/** What dealing with the task itself leaves at the desk: submitting, marking, taking a rescue, changing the persona. It damages nothing. */
const OF_THE_TASK = ['desk.task', 'desk.marked', 'desk.submissions', 'desk.rescued', 'desk.history']

/** Everything in the world that is other than at the beginning, two steps deep into each app, and is not allowed to be. */
function collateral(bench: Bench, spec: Spec<'collateral'>): Judgement {
  const changed = changedPaths(bench.start.state.apps, bench.world.state.apps).filter(
    path => ![...OF_THE_TASK, ...spec.allow].some(a => path === a || path.startsWith(`${a}.`)),
  )
  return judged(changed.length === 0 ? FULL : 0, {
    expected: '没有多余的改动',
    actual: changed.length === 0 ? '没有多余的改动' : `多余的改动：${changed.join('、')}`,
    times: changed.length,
  })
}

function changedPaths(before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): string[] {
  const keys = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.keys(value) : [])
  return Object.keys(now).flatMap(app => {
    const [a, b] = [before[app] as Record<string, unknown>, now[app] as Record<string, unknown>]
    return keys(b).flatMap(key => (canonical(a[key] ?? null) === canonical(b[key] ?? null) ? [] : [`${app}.${key}`]))
  })
}

function sla(bench: Bench, spec: Spec<'sla'>): Judgement {
  const timeOf = new Map(bench.world.events.map(e => [e.seq, Number(e.at)]))
  const from = seqsOf(rowsAt(bench, spec.from))[0]
  const to = seqsOf(rowsAt(bench, spec.to)).find(s => from !== undefined && s > from)
  const most = Math.min(...spec.tiers.map(t => t.within))
  if (from === undefined || to === undefined)
    return judged(0, { expected: `${most} 秒内`, actual: '没有完成', witness: from === undefined ? [] : [from] })
  const took = (timeOf.get(to) ?? 0) - (timeOf.get(from) ?? 0)
  const tier = spec.tiers.toSorted((a, b) => a.within - b.within).find(t => took <= t.within)
  return judged(((tier?.share ?? 0) * FULL) / 100, {
    expected: `${most} 秒内`,
    actual: `${took} 秒`,
    witness: [from, to],
    values: { value: took },
  })
}

/** Looks at what a check asks for. */
export function judgePart(bench: Bench, spec: Part): Judgement {
  if (spec.state !== undefined) return state(bench, spec.state)
  if (spec.event !== undefined) return event(bench, spec.event)
  if (spec.never !== undefined) return never(bench, spec.never)
  if (spec.seq !== undefined) return seq(bench, spec.seq)
  if (spec.number !== undefined) return number(bench, spec.number)
  if (spec.response !== undefined) return response(bench, spec.response)
  if (spec.artifact !== undefined) return artifact(bench, spec.artifact)
  if (spec.text !== undefined) return text(bench, spec.text)
  if (spec.outcome !== undefined) return outcome(bench, spec.outcome)
  if (spec.collateral !== undefined) return collateral(bench, spec.collateral)
  if (spec.sla !== undefined) return sla(bench, spec.sla)
  return judged(0, { manual: true, expected: spec.manual?.anchors.at(-1) ?? '', actual: '待考评员评分' })
}
