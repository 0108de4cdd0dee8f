import { useSearchParams } from 'react-router'
import { SignInPage } from '../../../../modules/identity/pages/sign-in/sign-in-page.tsx'
import { isOwnPath } from '../frame/navigation.ts'

const HOME = '/home'

/** The sign-in page with its way back: `?next=` names it, and only a path of this site is followed. */
export function SignInDoor() {
  const [address] = useSearchParams()
  const next = address.get('next') ?? HOME
  return <SignInPage next={isOwnPath(next) ? next : HOME} />
}
