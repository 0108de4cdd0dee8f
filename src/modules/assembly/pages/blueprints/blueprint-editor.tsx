import { ConfigProvider } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { PageHead } from '../../../../ui/components/page/page-head.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { BlueprintBody } from '../../contract.ts'
import type { KeptVersion } from './kept-version.ts'
import { Faults } from './fields/faults.tsx'
import { fieldInHash } from './fields/field-hash.ts'
import { WantedField } from './fields/wanted.tsx'
import { NextVersion } from './next-version.tsx'
import { GeneralSheet } from './sheets/general-sheet.tsx'
import { ListsSheet } from './sheets/lists-sheet.tsx'
import { QualitySheet } from './sheets/quality-sheet.tsx'
import { ReuseSheet } from './sheets/reuse-sheet.tsx'
import { SolverSheet } from './sheets/solver-sheet.tsx'
import { TypesSheet } from './sheets/types-sheet.tsx'
import { WeightsSheet } from './sheets/weights-sheet.tsx'
import { StandingSheet } from './standing-sheet.tsx'
import { useJudgement } from './use-judgement.ts'
import { VersionActs } from './version-acts.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** A version of a blueprint: a form while it is a draft, the same form to be read once it is approved. */
export function BlueprintEditor({ kept, picker }: { readonly kept: KeptVersion; readonly picker: ReactNode }) {
  const words = useWords(zh, en)
  const [edited, setEdited] = useState<BlueprintBody | null>(null)
  const body = edited ?? kept.body
  const isFixed = kept.version.state === 'approved'
  const judged = useJudgement(kept, edited)
  const part = { body, supply: judged.supply, onChange: (change: Partial<BlueprintBody>) => setEdited({ ...body, ...change }) }
  const acts = <VersionActs version={kept.version} edited={edited} faults={judged.faults.length} onSaved={() => setEdited(null)} />
  return (
    <Faults value={judged.faults}>
      <PageHead title={body.title} purpose={words.purpose} trail={<Link to="/blueprints">{words.title}</Link>} more={picker} />
      <div className="z-stack">
        <StandingSheet version={kept.version} judged={judged} isEdited={edited !== null} acts={acts} />
        <WantedField value={useWanted(kept)}>
          <ConfigProvider componentDisabled={isFixed}>
            <div className={isFixed ? 'z-stack z-fixed-version' : 'z-stack'}>
              <GeneralSheet {...part} />
              <SolverSheet {...part} />
              <WeightsSheet {...part} />
              <TypesSheet {...part} />
              <QualitySheet {...part} />
              <ReuseSheet {...part} />
              <ListsSheet {...part} />
            </div>
          </ConfigProvider>
        </WantedField>
      </div>
    </Faults>
  )
}

/** The field the address asks for: mended at once in a draft, by a new version once the version is approved. */
function useWanted({ version }: KeptVersion) {
  const words = useWords(zh, en).wanted
  const field = fieldInHash(useLocation().hash)
  if (field === null) return null
  if (version.state === 'draft') return { field, said: words.draft }
  const said = (
    <>
      <span>{words.fixed}</span>
      <ConfigProvider componentDisabled={false}>
        <NextVersion versionId={version.blueprintVersionId} isSmall />
      </ConfigProvider>
    </>
  )
  return { field, said }
}
