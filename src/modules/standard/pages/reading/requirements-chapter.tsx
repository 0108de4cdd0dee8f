import { Input } from 'antd'
import { useState } from 'react'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { EmptyState } from '../../../../ui/components/page/empty-state.tsx'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { originOf } from '../../contract.ts'
import { levelName } from '../saying/level-names.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { Chapter } from './chapter.tsx'
import { ChapterOrigin } from './marks.tsx'
import { type Block, blocksOf } from './outline.ts'
import { useReading } from './reading-context.tsx'
import { type FoundFunction, searchRequirements } from './requirement-search.ts'
import { RequirementTable } from './requirement-table.tsx'
import { anchorOf, Said } from './statement.tsx'

type Shown = { readonly block: Block; readonly number: string; readonly found: readonly FoundFunction[] }

/** 3 工作要求: function, task, skills and knowledge, block by block; searched and folded by the reader. */
export function RequirementsChapter() {
  const { edition, facts, only } = useReading()
  const words = useWords(zh, en).requirements
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<ReadonlySet<string> | null>(null)
  const blocks = blocksOf(edition).map((block, at) => ({
    block,
    number: `3.${at + 1}`,
    found: searchRequirements(block.functions, search, only),
  }))
  const shown = blocks.filter(one => one.found.length > 0)
  const narrowed = search.trim() !== '' || only !== null
  const isOpen = (key: string, at: number) => narrowed || (open === null ? at === 0 : open.has(key))
  const opened = () => new Set(shown.filter(({ block }, at) => isOpen(block.key, at)).map(({ block }) => block.key))
  const toggle = (key: string) => {
    const next = opened()
    if (!next.delete(key)) next.add(key)
    setOpen(next)
  }
  const cumulative = facts.at('cumulative')
  return (
    <Chapter number="3" id="requirements">
      <ChapterOrigin from={originOf(edition, 'functions')} />
      {edition.functions.length === 0 && <p className="z-std-silent">{words.empty}</p>}
      {cumulative && edition.functions.length > 0 && only === null && (
        <Said fact={{ ...cumulative, from: originOf(edition, 'functions') }} />
      )}
      {edition.functions.length > 0 && (
        <RequirementBar
          search={search}
          onSearch={setSearch}
          found={narrowed ? shown.reduce((sum, one) => sum + tasksOf(one.found), 0) : null}
          onAll={on => setOpen(new Set(on ? shown.map(({ block }) => block.key) : []))}
        />
      )}
      {narrowed && shown.length === 0 && edition.functions.length > 0 && <EmptyState what={words.none} how={words.noneHow} />}
      {shown.map((one, at) => (
        <RequirementBlock
          key={one.block.key}
          {...one}
          search={search}
          open={isOpen(one.block.key, at)}
          onToggle={() => toggle(one.block.key)}
        />
      ))}
    </Chapter>
  )
}

function tasksOf(found: readonly FoundFunction[]): number {
  return found.reduce((sum, one) => sum + one.tasks.length, 0)
}

type BarProps = {
  readonly search: string
  readonly onSearch: (text: string) => void
  readonly found: number | null
  readonly onAll: (open: boolean) => void
}

function RequirementBar({ search, onSearch, found, onAll }: BarProps) {
  const words = useWords(zh, en).requirements
  return (
    <div className="z-std-bar z-no-print">
      <Input
        type="search"
        allowClear
        prefix={<Icon name="search" size={16} />}
        placeholder={words.search}
        aria-label={words.search}
        value={search}
        onChange={event => onSearch(event.target.value)}
      />
      <span aria-live="polite">{found !== null && fill(words.found, { n: found })}</span>
      <button type="button" className="z-link" onClick={() => onAll(true)}>
        {words.open}
      </button>
      <button type="button" className="z-link" onClick={() => onAll(false)}>
        {words.close}
      </button>
    </div>
  )
}

type BlockProps = Shown & { readonly search: string; readonly open: boolean; readonly onToggle: () => void }

function RequirementBlock({ block, number, found, search, open, onToggle }: BlockProps) {
  const words = useWords(zh, en).requirements
  const language = useLanguage()
  const { edition } = useReading()
  const name = edition.levels.find(level => level.code.value === block.level)?.name.value
  const id = anchorOf(number)
  return (
    <section className="z-std-block" id={id}>
      <h3>
        <button type="button" aria-expanded={open} aria-controls={`${id}-body`} onClick={onToggle}>
          <Icon name="chevron-right" size={16} />
          <span className="z-std-number">{number}</span>
          <span>{levelName(block.level, language)}</span>
          {name && <span className="z-std-level-name">{name}</span>}
          {block.workType && <span className="z-std-type">{block.workType}</span>}
          <span className="z-note">{fill(words.size, { functions: found.length, tasks: tasksOf(found) })}</span>
        </button>
      </h3>
      <div id={`${id}-body`} className="z-std-block-body" hidden={!open}>
        <RequirementTable found={found} search={search} />
      </div>
    </section>
  )
}
