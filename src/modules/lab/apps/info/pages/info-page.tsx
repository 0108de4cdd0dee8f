import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import { Alerts } from './alerts.tsx'
import { draftOf } from './collect-form.tsx'
import { Newsroom } from './newsroom.tsx'
import { Search } from './search.tsx'
import { SeriesList } from './series.tsx'
import { Sheet } from './sheet.tsx'
import { Trade } from './trade.tsx'
import type { Draft, InfoProps, InfoView } from './view.ts'
import { words } from './words.ts'

type Tab = keyof typeof words.tabs

/** What this world has: a trade site without categories or a newsroom without channels is not shown. */
function tabsOf({ categories, channels, series }: InfoView): Tab[] {
  return [
    'search',
    'sheet',
    'alerts',
    ...(categories.length > 0 ? (['trade'] as const) : []),
    ...(channels.length > 0 ? (['news'] as const) : []),
    ...(series.length > 0 ? (['series'] as const) : []),
  ]
}

/** 商务信息: the search engine with the collection sheet beside it, the trade site, the newsroom. The half-filled row stays while one reads on. */
export function InfoPage(props: InfoProps) {
  const [tab, setTab] = useState<Tab>('search')
  const [draft, setDraft] = useState<Draft>(draftOf(null))
  const [reading, setReading] = useState<string | null>(null)
  const open = async (url: string): Promise<void> => {
    const acted = await props.act('info.open', { url })
    if (acted.kind !== 'done') return
    setReading(url)
    setTab('search')
  }
  const shared = { ...props, draft, onDraft: setDraft, onOpen: (url: string) => void open(url) }
  return (
    <div className="info">
      <header className="info-head">
        <p className="info-name">
          <Icon name="search" size={20} />
          {words.name}
        </p>
        <nav aria-label={words.parts}>
          {tabsOf(props.view).map(id => (
            <button type="button" key={id} aria-current={id === tab ? 'page' : undefined} onClick={() => setTab(id)}>
              {words.tabs[id]}
              {id === 'sheet' && props.view.sheet.length > 0 && <span className="info-count">{props.view.sheet.length}</span>}
            </button>
          ))}
        </nav>
      </header>
      <div hidden={tab !== 'search'}>
        <Search {...shared} reading={reading} onReading={setReading} />
      </div>
      {tab === 'sheet' && <Sheet {...shared} />}
      <div hidden={tab !== 'alerts'}>
        <Alerts {...shared} />
      </div>
      <div hidden={tab !== 'trade'}>
        <Trade {...props} />
      </div>
      <div hidden={tab !== 'news'}>
        <Newsroom {...props} />
      </div>
      {tab === 'series' && <SeriesList {...props} />}
    </div>
  )
}
