import { EmptyState } from '../../../ui/components/page/empty-state.tsx'
import { useState } from '../../../ui/hooks.ts'
import { useWords } from '../../../ui/words.ts'
import type { AppPageProps, Around, WorldAnswer } from './app-page.ts'
import { tabOf } from './desktop/addresses.ts'
import { clockText } from './desktop/clock-text.ts'
import { LAB_PAGES } from './registry.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type Props = {
  readonly apps: WorldAnswer['apps']
  readonly around: Around
  /** Stands beside the clock: why nothing can be done here. */
  readonly note: string
  /** What every act is refused with. */
  readonly refused: string
}

/** The apps of a world as it stands at one moment, to be looked at: the same pages, but their buttons lead nowhere. */
export function StandingWorld({ apps, around, note, refused }: Props) {
  const words = useWords(zh, en)
  const tabs = apps.filter(app => around.apps[app.id] !== undefined).map(tabOf)
  const [chosen, setChosen] = useState(tabs[0]?.id ?? '')
  const tab = tabs.find(t => t.id === chosen) ?? tabs[0]
  const Page = tab === undefined || !Object.hasOwn(LAB_PAGES, tab.id) ? undefined : LAB_PAGES[tab.id]
  const refusal = { ok: false, code: 'PAST', zh: refused, facts: {} }
  const props: AppPageProps<never> = {
    view: (around.apps[tab?.id ?? ''] ?? {}) as never,
    around,
    act: async () => ({ kind: 'refused', refusal }),
    busy: true,
    address: tab?.address ?? '',
    go: () => {},
    fileUrl: () => '#',
  }
  return (
    <div className="lab-window">
      <div className="lab-clock">
        <strong>{clockText(around.now)}</strong>
        <span className="z-note">{note}</span>
      </div>
      <div className="lab-bar">
        <div className="lab-tabs" role="tablist" aria-label={words.frame.tabs}>
          {tabs.map(({ id, zh: name }) => (
            <button type="button" role="tab" className="lab-tab" key={id} aria-selected={id === tab?.id} onClick={() => setChosen(id)}>
              {name}
            </button>
          ))}
        </div>
      </div>
      <div className="lab-views">
        <div
          className="lab-view"
          role="tabpanel"
          aria-label={tab?.zh ?? ''}
          tabIndex={0}
          key={`${tab?.id ?? ''}-${around.persona}-${around.lap}`}
        >
          {Page === undefined ? <EmptyState what={words.frame.noPage} how="" /> : <Page {...props} />}
        </div>
      </div>
    </div>
  )
}
