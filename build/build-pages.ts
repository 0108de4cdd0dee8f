import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { InlineConfig } from 'vite'
import { root } from './look-plugins.ts'

type Config = (place: { readonly outDir: string }) => InlineConfig
type Stamp = Readonly<Record<string, string>>

const dist = `${root}dist`
const stampFile = `${dist}/stamp.json`
const SOURCES = /\.(tsx?|css|html|svg|webp|png|json)$/
/** Rooms that no page may import, and tests: a change there builds nothing. */
const NOT_PAGES = new Set(['store', 'actions', 'routes', 'migrations', 'solutions', 'examples'])

/** Builds the pages into `dist/` when their sources or the lock of the packages changed; `force` builds anyway. Resolves to the names of what was built. */
export async function buildPages({ force = false }: { readonly force?: boolean } = {}): Promise<readonly string[]> {
  const before = readStamp()
  const common = hashOf(['package-lock.json', 'build', 'src/kernel', 'src/ui', 'src/modules'])
  const built: string[] = []
  for (const { name, app } of places) {
    if (!existsSync(`${root}${app}/index.html`)) continue
    const hash = hashOf([app], common)
    if (!force && before[name] === hash && existsSync(`${dist}/${name}/index.html`)) continue
    await buildOne(name)
    writeFileSync(stampFile, JSON.stringify({ ...readStamp(), [name]: hash }, null, 2))
    built.push(name)
  }
  return built
}

const places = [
  { name: 'portal', app: 'src/apps/centre/portal' },
  { name: 'public', app: 'src/apps/centre/public' },
  { name: 'lab', app: 'src/apps/centre/lab' },
  { name: 'candidate', app: 'src/apps/candidate' },
  { name: 'hall', app: 'src/apps/site/portal' },
] as const

/** Builds beside the old pages and changes them over at the end, so that a failed build leaves the old ones standing. */
async function buildOne(name: string): Promise<void> {
  const [{ build }, configs] = await Promise.all([import('vite'), loadConfigs()])
  const config = configs[name]
  if (!config) throw new Error(`no such bundle: ${name}`)
  const fresh = `${dist}/.fresh-${name}`
  mkdirSync(dist, { recursive: true })
  await inProduction(() => build(config({ outDir: fresh })))
  compressAll(fresh)
  rmSync(`${dist}/${name}`, { recursive: true, force: true })
  renameSync(fresh, `${dist}/${name}`)
}

/** Under a test runner libraries would build their test doubles in: there every group of radio buttons gets the same name. */
async function inProduction(run: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await run()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

const COMPRESSED = /\.(js|css|html|svg)$/

/** Compressed once here, so that no request waits for it: a file is sent as `.br` or `.gz` where the browser takes it. */
function compressAll(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !COMPRESSED.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  }
}

async function loadConfigs(): Promise<Readonly<Record<string, Config>>> {
  const [portal, open, lab, candidate, hall] = await Promise.all([
    import('./portal.vite.ts'),
    import('./public.vite.ts'),
    import('./lab.vite.ts'),
    import('./candidate.vite.ts'),
    import('./hall.vite.ts'),
  ])
  return {
    portal: portal.portalConfig,
    public: open.publicConfig,
    lab: lab.labConfig,
    candidate: candidate.candidateConfig,
    hall: hall.hallConfig,
  }
}

function readStamp(): Stamp {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8')) as Stamp
  } catch {
    return {}
  }
}

/** SHA-256 over names and contents of the sources at these places, after `seed`. */
export function hashOf(where: readonly string[], seed = ''): string {
  const hash = createHash('sha256').update(seed)
  for (const place of where)
    for (const file of sourcesAt(place))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(`${root}${file}`))
        .update('\0')
  return hash.digest('hex')
}

function sourcesAt(place: string): string[] {
  if (place.endsWith('.json')) return [place]
  if (!existsSync(`${root}${place}`)) return []
  const entries = readdirSync(`${root}${place}`, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap(entry => {
    const path = join(place, entry.name)
    if (entry.isDirectory()) return NOT_PAGES.has(entry.name) ? [] : sourcesAt(path)
    return SOURCES.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}
