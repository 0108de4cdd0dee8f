import { whoAmI } from '../../../../modules/identity/contract.ts'
import { StimuliPage } from '../../../../modules/item-bank/pages/stimuli/stimuli-page.tsx'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { studioParts } from './studio-parts.tsx'

/** 共用材料: read by everybody of the bank, written by item writers. */
export function StimuliDoor() {
  const who = useRead(whoAmI, {})
  if (who.data === undefined) return <WaitingSkeleton lines={6} />
  const mayWrite = who.data.grants.some(grant => grant.role === 'item-writer')
  return <StimuliPage parts={studioParts} writer={who.data.name ?? ''} mayWrite={mayWrite} />
}
