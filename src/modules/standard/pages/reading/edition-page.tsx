import { useMemo } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { Icon } from '../../../../ui/components/mark/icon.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import { type ResolvedEdition, showEdition } from '../../contract.ts'
import { textOf } from '../saying/code-texts.ts'
import { levelNames } from '../saying/level-names.ts'
import { statusTone } from '../saying/status-tone.ts'
import { WeightsChapter } from '../weights/weights-chapter.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { BasicsChapter } from './basics-chapter.tsx'
import { Colophon } from './colophon.tsx'
import { Contents } from './contents.tsx'
import { factIndex, KINDS, type Only } from './fact-index.ts'
import { OccupationChapter } from './occupation-chapter.tsx'
import { levelsOf } from './outline.ts'
import { ProvenanceFilter } from './provenance-filter.tsx'
import { ReadingContext } from './reading-context.tsx'
import { RequirementsChapter } from './requirements-chapter.tsx'
import '../standard.css'

/** An edition in full, as an official reads it: open to everybody. */
export function EditionPage() {
  const { editionId = '' } = useParams()
  const words = useWords(zh, en)
  const read = useRead(showEdition, { params: { editionId } })
  if (read.isPending) return <WaitingSkeleton lines={10} />
  if (read.isError)
    return <RefusalNote refusal={read.error.told} next={<Link to="/standard">{words.reading.all}</Link>} onRetry={() => void read.refetch()} />
  return <Reading key={read.data.id} edition={read.data} />
}

function Reading({ edition }: { readonly edition: ResolvedEdition }) {
  const words = useWords(zh, en)
  const [address, setAddress] = useSearchParams()
  const only = KINDS.find(kind => kind === address.get('only')) ?? null
  const facts = useMemo(() => factIndex(edition), [edition])
  const view = useMemo(() => ({ edition, facts, levels: levelsOf(edition), only }), [edition, facts, only])
  const choose = (next: Only) => setAddress(next === null ? {} : { only: next }, { replace: true, preventScrollReset: true })
  const base = edition.inheritsFrom?.value
  return (
    <ReadingContext value={view}>
      <article className="z-std">
        <EditionHead edition={edition} />
        {base && (
          <p className="z-std-banner">
            {fill(words.reading.inheritedBanner, { edition: words.editions[base] })}
            <Link to={`/standard/${base}`}>{words.editions[base]}</Link>
          </p>
        )}
        <ProvenanceFilter facts={facts.all} only={only} onChoose={choose} />
        <div className="z-std-layout">
          <Contents />
          <div className="z-std-text">
            <OccupationChapter />
            <BasicsChapter />
            <RequirementsChapter />
            <WeightsChapter />
            <Colophon />
          </div>
        </div>
      </article>
    </ReadingContext>
  )
}

function EditionHead({ edition }: { readonly edition: ResolvedEdition }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const year = edition.year.value
  return (
    <PageHead
      trail={<Link to="/standard">{words.reading.all}</Link>}
      title={edition.title.value}
      purpose={`${year}${language === 'zh' ? '年' : ''} · ${levelNames(levelsOf(edition), language)}`}
      more={
        <>
          <StateWord tone={statusTone(edition.status.value)}>
            {textOf(edition.status.value, language)}
          </StateWord>
          <Link className="z-button" to={`/standard/compare?to=${edition.id}${edition.inheritsFrom ? `&from=${edition.inheritsFrom.value}` : ''}`}>
            {words.reading.compare}
          </Link>
        </>
      }
      action={
        <button type="button" className="z-button" onClick={() => print()}>
          <Icon name="print" size={16} />
          {words.reading.print}
        </button>
      }
    />
  )
}
