import { useMemo } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { fill, useWords } from '../../../../ui/words.ts'
import { type ResolvedEdition, showEdition } from '../../contract.ts'
import { WeightsChapter } from '../weights/weights-chapter.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { BasicsChapter } from './basics-chapter.tsx'
import { Colophon } from './colophon.tsx'
import { Contents } from './contents.tsx'
import { EditionHead } from './edition-head.tsx'
import { factIndex, KINDS, type Only } from './fact-index.ts'
import { OccupationChapter } from './occupation-chapter.tsx'
import { levelsOf } from './outline.ts'
import { ProvenanceFilter } from './provenance-filter.tsx'
import { ReadingContext } from './reading-context.tsx'
import { RequirementsChapter } from './requirements-chapter.tsx'
import '../standard.css'
import '../standard-tables.css'

/** An edition in full, as an official reads it: open to everybody. */
export function EditionPage() {
  const { editionId = '' } = useParams()
  const words = useWords(zh, en)
  const read = useRead(showEdition, { params: { editionId } })
  if (read.isPending) return <WaitingSkeleton lines={10} />
  if (read.isError)
    return (
      <RefusalNote refusal={read.error.told} next={<Link to="/standard">{words.reading.all}</Link>} onRetry={() => void read.refetch()} />
    )
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
