/** The stations of an attempt on its way, in their order. */
export const STATIONS = [
  'registered',
  'checked-in',
  'started',
  'acknowledged',
  'ended',
  'in-package',
  'ingested',
  'scored',
  'released',
] as const
export type Station = (typeof STATIONS)[number]

/** Which attempts (or candidates) stand at each station; what is not known yet is left out. */
export type Stations = Readonly<Partial<Record<Station, readonly string[]>>>

/** Reasons by which somebody may rightly be missing from a station on: `absent`, `stopped`, … by attempt. */
export type Excused = Readonly<Partial<Record<Station, Readonly<Record<string, string>>>>>

/** One arrow between two stations. It sums when nothing is missing without a reason, nothing is new, and nothing stands twice. */
export type Arrow = {
  readonly from: Station
  readonly to: Station
  readonly before: number
  readonly after: number
  /** By reason; the empty list of `unexplained` is what everybody waits for. */
  readonly excused: Readonly<Record<string, readonly string[]>>
  readonly unexplained: readonly string[]
  readonly invented: readonly string[]
  readonly twice: readonly string[]
  readonly sums: boolean
}

/** The ledger over the stations that are known, each compared with the one before it. */
export function completenessLedger(stations: Stations, excused: Excused = {}): Arrow[] {
  const known = STATIONS.filter(station => stations[station] !== undefined)
  return known.slice(1).map((to, n) => arrowOf(known[n] ?? to, to, stations, excused[to] ?? {}))
}

function arrowOf(from: Station, to: Station, stations: Stations, reasons: Readonly<Record<string, string>>): Arrow {
  const [left, right] = [stations[from] ?? [], stations[to] ?? []]
  const [before, after] = [new Set(left), new Set(right)]
  const missing = [...before].filter(id => !after.has(id)).toSorted()
  const reasoned = missing.filter(id => Object.hasOwn(reasons, id))
  // spread into a plain object: what the grouping gives has no prototype
  const excused = { ...Object.groupBy(reasoned, id => reasons[id] ?? '') } as Record<string, string[]>
  const unexplained = missing.filter(id => !Object.hasOwn(reasons, id))
  const invented = [...after].filter(id => !before.has(id)).toSorted()
  const twice = right.filter((id, n) => right.indexOf(id) !== n)
  const sums = unexplained.length === 0 && invented.length === 0 && twice.length === 0
  return { from, to, before: before.size, after: after.size, excused, unexplained, invented, twice, sums }
}

/** How far each epoch of an attempt was acknowledged. */
export type Reach = Readonly<Record<string, Readonly<Record<number, number>>>>

/** Acknowledged events that are not there: `attempt epoch promised > found`. */
export function lostEvents(
  acknowledged: Reach,
  found: Reach,
): { readonly attempt: string; readonly epoch: number; readonly promised: number; readonly found: number }[] {
  return Object.entries(acknowledged).flatMap(([attempt, epochs]) =>
    Object.entries(epochs).flatMap(([key, promised]) => {
      const epoch = Number(key)
      const there = found[attempt]?.[epoch] ?? 0
      return there < promised ? [{ attempt, epoch, promised, found: there }] : []
    }),
  )
}
