import type { RevealedSubmission } from '../../../src/residents/contract.ts'
import { Fact, Facts } from '../../ui/page.tsx'
import { useWords } from '../../ui/words.ts'
import { caseWords } from '../cases/case-words.ts'
import styles from '../cases/case.module.css'

/** Contacts and the item exactly as it came, after they were revealed. */
export function RevealedData({ data }: { data: RevealedSubmission }) {
  const t = useWords(caseWords)
  if (data.contacts === null && data.raw === null) return null
  return (
    <div className={styles.revealed}>
      {data.contacts === null ? null : (
        <Facts>
          <Fact name={t('name')}>{data.contacts.name}</Fact>
          <Fact name={t('phone')}>{data.contacts.phone}</Fact>
          <Fact name={t('email')}>{data.contacts.email}</Fact>
          <Fact name={t('address')}>{data.contacts.address}</Fact>
        </Facts>
      )}
      {data.raw === null ? null : (
        <>
          <h3>{t('asReceived')}</h3>
          <p className="received">{data.raw}</p>
        </>
      )}
    </div>
  )
}
