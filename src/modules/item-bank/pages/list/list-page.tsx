import { useMemo } from 'react'
import { Link } from 'react-router'
import { call } from '../../../../ui/client.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useTableState } from '../../../../ui/components/table/use-table-state.ts'
import { WorkTable } from '../../../../ui/components/table/work-table.tsx'
import { RefusalError, useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { searchItems } from '../../contract.ts'
import { LevelPicker, useChosenLevel } from '../level-picker.tsx'
import type { ItemViews } from '../shared/item-views.ts'
import { type SearchBody, searchWish } from './search-wish.ts'
import { TextSearch, useText } from './text-search.tsx'
import { useChoices } from './use-choices.ts'
import { type FoundVersion, versionColumns } from './version-columns.tsx'
import { useVersionPanel } from './version-panel.tsx'
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
  const panel = useVersionPanel(Shown)
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

/** Everything that was found, page by page, for export: all of it, or a refusal and no file. */
async function readAll(wish: SearchBody): Promise<readonly FoundVersion[]> {
  const rows: FoundVersion[] = []
  for (;;) {
    const reply = await call(searchItems, { body: { ...wish, from: rows.length, most: PER_EXPORT } })
    if (!reply.ok) throw new RefusalError(reply.refusal)
    rows.push(...reply.value.versions)
    if (reply.value.versions.length < PER_EXPORT) return rows
  }
}
