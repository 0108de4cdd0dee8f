import { Input } from 'antd'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { call } from '../../../../ui/client.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useTableState } from '../../../../ui/components/table/use-table-state.ts'
import { type RowPanel, WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { searchItems } from '../../contract.ts'
import { LevelPicker, useChosenLevel } from '../level-picker.tsx'
import type { ItemViews } from '../shared/item-views.ts'
import { stateTones } from '../shared/versions.ts'
import { en as bankEn } from '../words.en.ts'
import { zh as bankZh } from '../words.zh.ts'
import { type SearchBody, searchWish } from './search-wish.ts'
import { useChoices } from './use-choices.ts'
import { type FoundVersion, versionColumns } from './version-columns.tsx'
import { PanelActions, VersionPanel } from './version-panel.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './list.css'

const PER_PAGE = 50
const PER_EXPORT = 200

/** 试题检索: the server searches and pages; everything that narrows the list stands in the address. */
export function ItemListPage({ Shown }: Pick<ItemViews, 'Shown'>) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const { chosen } = useChosenLevel()
  const choices = useChoices(chosen)
  const columns = useMemo(() => versionColumns(language, choices), [language, choices])
  const handle = useTableState(columns)
  const [text, setText] = useText()
  const wish = searchWish(chosen, handle.state, text)
  const found = useRead(searchItems, { body: { ...wish, from: (handle.state.page - 1) * PER_PAGE, most: PER_PAGE } }, { once: text !== '' })
  const names = useWords(bankZh, bankEn).state
  const panel = (row: FoundVersion): RowPanel => ({
    title: row.code,
    state: <StateWord tone={stateTones[row.state]}>{names[row.state]}</StateWord>,
    body: <VersionPanel key={row.itemVersionId} version={row} Shown={Shown} />,
    actions: <PanelActions version={row} />,
  })
  return (
    <>
      <PageHead
        title={words.title}
        purpose={words.purpose}
        trail={<Link to={`/items?edition=${chosen.editionId}&level=${encodeURIComponent(chosen.key)}`}>{words.overview}</Link>}
        more={<LevelPicker />}
      />
      <div className="z-stack">
        <TextSearch text={text} onSearch={setText} />
        {found.data?.more && <StateWord tone="waiting">{fill(words.more, { n: found.data.total })}</StateWord>}
        {found.isError ? (
          <RefusalNote refusal={found.error.told} onRetry={() => void found.refetch()} />
        ) : (
          <WorkTable
            name={words.title}
            rows={found.data?.versions}
            columns={columns}
            keyOf={row => row.itemVersionId}
            searchHint={words.hint}
            perPage={PER_PAGE}
            panel={panel}
            empty={<EmptyState what={words.empty.what} how={words.empty.how} />}
            served={{ total: found.data?.total ?? 0, handle, readAll: () => readAll(wish) }}
          />
        )}
      </div>
    </>
  )
}

/** The words looked for in contents, in the address; a new search begins on the first page. */
function useText(): readonly [string, (text: string) => void] {
  const [address, setAddress] = useSearchParams()
  const set = (text: string) =>
    setAddress(now => {
      const next = new URLSearchParams(now)
      next.delete('page')
      next.delete('open')
      if (text.trim() === '') next.delete('text')
      else next.set('text', text.trim())
      return next
    })
  return [address.get('text') ?? '', set]
}

/** Searches contents only when told to: each search is put on record. */
function TextSearch({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const words = useWords(zh, en)
  return (
    <div className="z-text-search">
      <Input.Search
        key={text}
        defaultValue={text}
        maxLength={200}
        aria-label={words.text}
        placeholder={words.text}
        enterButton={words.textAct}
        onSearch={value => onSearch(value)}
      />
      {text !== '' && (
        <p className="z-note">
          {fill(words.textShown, { text })}
          <button type="button" className="z-link" onClick={() => onSearch('')}>
            {words.textClear}
          </button>
        </p>
      )}
    </div>
  )
}

/** Everything that was found, page by page, for export. */
async function readAll(wish: SearchBody): Promise<readonly FoundVersion[]> {
  const rows: FoundVersion[] = []
  for (;;) {
    const reply = await call(searchItems, { body: { ...wish, from: rows.length, most: PER_EXPORT } })
    if (!reply.ok) return rows
    rows.push(...reply.value.versions)
    if (reply.value.versions.length < PER_EXPORT) return rows
  }
}
