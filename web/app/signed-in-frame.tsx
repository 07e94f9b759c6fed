import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { LoadingState } from '../ui/states.tsx'
import { BrandCircles } from './brand.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { useSession } from './session.ts'
import styles from './sign-in.module.css'

const DemandedFactor = lazy(async () => ({
  default: (await import('../features/account/demanded-factor.tsx')).DemandedFactor,
}))

/**
 * Everything behind the sign-in. Whoever came with a one-time password sees and loads nothing before setting an own one; nor
 * does one of whom a charter demands a second factor before turning it on.
 */
export function SignedInFrame() {
  const session = useSession()
  const isNew = session.account?.mustChangePassword === true
  if (!isNew && !session.mustHaveFactor) return <Outlet />
  return (
    <main className={styles.screen}>
      <BrandCircles className={styles.circles ?? ''} />
      {isNew ? (
        <PasswordDialog opened forced />
      ) : (
        <Suspense fallback={<LoadingState />}>
          <DemandedFactor />
        </Suspense>
      )}
    </main>
  )
}
