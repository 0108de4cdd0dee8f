import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { useState } from '../../../../../ui/hooks.ts'
import { Boards } from './boards.tsx'
import { Charts } from './charts/charts.tsx'
import { Data } from './data.tsx'
import { Experiments } from './experiments.tsx'
import { Forecasts } from './forecasts.tsx'
import { People } from './people.tsx'
import { QueryForm } from './query-form.tsx'
import { Reports } from './reports.tsx'
import { Results } from './results.tsx'
import type { BiProps, Table } from './view.ts'
import { words } from './words.ts'

type Tab = keyof typeof words.tabs
const TABS = Object.keys(words.tabs) as readonly Tab[]

/** 数据分析: tables and their cleaning, questions, charts, people, forecasts, experiments, boards, reports. What is half filled stays. */
export function BiPage(props: BiProps) {
  const [tab, setTab] = useState<Tab>('data')
  const [chosen, setChosen] = useState<string | null>(null)
  const { tables } = props.view
  const table = tables.find(t => t.id === chosen) ?? tables[0]
  return (
    <div className="bi">
      <nav className="bi-side" aria-label={words.parts}>
        <p className="bi-name">
          <Icon name="chart" size={20} />
          {words.name}
          <span className="z-note">{words.about}</span>
        </p>
        {TABS.map(id => (
          <button type="button" key={id} aria-current={id === tab ? 'page' : undefined} onClick={() => setTab(id)}>
            {words.tabs[id]}
          </button>
        ))}
      </nav>
      <div className="bi-main">
        <TableBar {...props} table={table} onTable={setChosen} />
        <div hidden={tab !== 'data'}>{table !== undefined && <Data {...props} table={table} key={table.id} />}</div>
        {table?.opened !== true && (tab === 'query' || tab === 'people' || tab === 'forecast') && (
          <p className="bi-empty">{words.noTable}</p>
        )}
        {table?.opened === true && <OnTables {...props} table={table} tab={tab} />}
        {tab === 'query' && <Results {...props} />}
        <div hidden={tab !== 'charts'}>
          <Charts {...props} />
        </div>
        <div hidden={tab !== 'experiments'}>
          <Experiments {...props} />
        </div>
        <div hidden={tab !== 'boards'}>
          <Boards {...props} />
        </div>
        <div hidden={tab !== 'reports'}>
          <Reports {...props} />
        </div>
      </div>
    </div>
  )
}

/** What asks a table: begun anew for another one. */
function OnTables(props: BiProps & { readonly table: Table; readonly tab: Tab }) {
  const { tab, table } = props
  return (
    <>
      <div hidden={tab !== 'query'}>
        <QueryForm {...props} key={table.id} />
      </div>
      <div hidden={tab !== 'people'}>
        <People {...props} key={table.id} />
      </div>
      <div hidden={tab !== 'forecast'}>
        <Forecasts {...props} key={table.id} />
      </div>
    </>
  )
}

type BarProps = BiProps & { readonly table: Table | undefined; readonly onTable: (id: string) => void }

function TableBar({ view, table, onTable, act, busy }: BarProps) {
  return (
    <div className="bi-bar">
      <label>
        <span>{words.tables}</span>
        <select value={table?.id ?? ''} onChange={event => onTable((event.target as HTMLSelectElement).value)}>
          {view.tables.map(({ id, zh, dataset, opened }) => (
            <option value={id} key={id}>
              {`${dataset} · ${zh}${opened ? '' : `（${words.closed}）`}`}
            </option>
          ))}
        </select>
      </label>
      {table !== undefined && (
        <span className="z-note">
          {table.opened ? `${table.rows.length} ${words.rows}（${words.of} ${table.total} ${words.rows}）` : `${table.total} ${words.rows}`}
        </span>
      )}
      <span className="lab-space" />
      <button type="button" className="z-button" disabled={busy} onClick={() => void act('bi.orders.pull', {})}>
        {words.pull}
      </button>
    </div>
  )
}
