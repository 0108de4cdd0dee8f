import { instant } from '../../../../../kernel/instant.ts'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { showInstant } from '../../../../../ui/format.ts'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import { makeCustodianKey, makeSealerKey, readOwnCeremony, setHallPass } from '../../../contract.ts'
import type { OwnCeremony } from '../../answers.ts'
import { OwnShares } from './own-shares.tsx'
import { PhraseSheet } from './phrase-sheet.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import '../sealing.css'

/** 密钥与口令: what a person keeps themselves: a key for sealing, shares of opening keys, the pass phrase for their hall. */
export function OwnKeysPage() {
  const words = useWords(zh, en)
  const read = useRead(readOwnCeremony, {})
  const waiting = read.data?.shares.filter(share => share.waiting).length ?? 0
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} waiting={waiting > 0 ? fill(words.waiting, { count: waiting }) : undefined} />
      {read.isPending && <WaitingSkeleton lines={6} />}
      {read.isError && <RefusalNote refusal={read.error.told} onRetry={() => void read.refetch()} />}
      {read.data && <OwnKeys own={read.data} />}
    </>
  )
}

function OwnKeys({ own }: { readonly own: OwnCeremony }) {
  const words = useWords(zh, en)
  const language = useLanguage()
  const at = (moment: number) => showInstant(instant(moment), language)
  const { sealer, custodian, hallPass, may, shares } = own
  if (!may.seal && !may.keepShares && !may.keepHalls && shares.length === 0)
    return <EmptyState what={words.nothing.what} how={words.nothing.how} />
  return (
    <div className="z-stack">
      {shares.length > 0 && <OwnShares shares={shares} />}
      {may.seal && (
        <PhraseSheet
          endpoint={makeSealerKey}
          words={words.sealer}
          have={sealer && fill(words.sealer.have, { at: at(sealer.madeAt), id: sealer.sealerId.slice(0, 8) })}
        />
      )}
      {may.keepShares && (
        <PhraseSheet
          endpoint={makeCustodianKey}
          words={words.custodian}
          have={custodian && fill(words.custodian.have, { at: at(custodian.madeAt) })}
        />
      )}
      {may.keepHalls && (
        <PhraseSheet endpoint={setHallPass} words={words.pass} have={hallPass && fill(words.pass.have, { at: at(hallPass.setAt) })} />
      )}
    </div>
  )
}
