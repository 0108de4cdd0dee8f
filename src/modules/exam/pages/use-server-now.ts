import { useEffect, useState } from 'react'

/** The time of the server, ticking by the second: what it answered, and how long ago that was by this machine's clock. */
export function useServerNow(answered: number, answeredAt: number): number {
  const [here, setHere] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return answered + Math.max(0, here - answeredAt)
}
