import { useEffect } from 'react'
import { WaitingSkeleton } from '../../../../ui/components/page/waiting-skeleton.tsx'

/** An address of another document of this site, reached inside of the portal: it is loaded anew from there. */
export function ElsewhereDoor() {
  useEffect(() => location.replace(location.href), [])
  return <WaitingSkeleton lines={6} />
}
