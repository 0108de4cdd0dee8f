import { useEffect, useRef } from '../../../../ui/hooks.ts'
import { partsOf } from '../desktop/addresses.ts'

export type Section = { readonly path: string; readonly zh: string; readonly count?: number }

/** The section an address of a site leads to: the one whose path it has or lies under, else the first. */
export function sectionOf(address: string, sections: readonly Section[]): string {
  const { path } = partsOf(address)
  const found = sections.find(section => path === section.path || (section.path !== '/' && path.startsWith(`${section.path}/`)))
  return found?.path ?? sections[0]?.path ?? '/'
}

type Props = {
  readonly label: string
  readonly sections: readonly Section[]
  readonly address: string
  readonly go: (address: string) => void
}

/** The sections of a site, each with its own address; how many wait stands beside the name. */
export function Sections({ label, sections, address, go }: Props) {
  const { scheme, host, path: place } = partsOf(address)
  const current = sectionOf(address, sections)
  const navRef = useRef<HTMLElement | null>(null)
  const placeRef = useRef(place)
  useEffect(() => {
    if (placeRef.current === place) return
    placeRef.current = place
    // another page of the site begins at its top
    navRef.current?.closest('.lab-view')?.scrollTo(0, 0)
  }, [place])
  return (
    <nav ref={navRef} className="lab-sections" aria-label={label}>
      {sections.map(({ path, zh, count = 0 }) => (
        <button
          type="button"
          aria-current={path === current ? 'page' : undefined}
          onClick={() => go(`${scheme}://${host}${path}`)}
          key={path}
        >
          {zh}
          {count > 0 && <strong>{count}</strong>}
        </button>
      ))}
    </nav>
  )
}
