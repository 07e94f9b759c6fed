import { Outlet } from '@tanstack/react-router'
import { BrandCircles } from './brand.tsx'
import { PasswordDialog } from './password-dialog.tsx'
import { useSession } from './session.ts'
import styles from './sign-in.module.css'

/** Everything behind the sign-in; whoever came with a one-time password sees and loads nothing before setting an own one. */
export function SignedInFrame() {
  const session = useSession()
  if (session.account?.mustChangePassword !== true) return <Outlet />
  return (
    <main className={styles.screen}>
      <BrandCircles className={styles.circles ?? ''} />
      <PasswordDialog opened forced />
    </main>
  )
}
