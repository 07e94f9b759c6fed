import { ActionIcon, Button, Group, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconBookmark, IconPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { removeSavedView, type SavedView, saveView } from '../../../src/cases/contract.ts'
import { call } from '../../api.ts'
import { useCentre } from '../../app/centre-context.ts'
import { parseAddress, writeAddress } from '../../app/search-state.ts'
import { ActionHeading, ActionItem, ActionPopover } from '../../ui/action-popover.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useWords } from '../../ui/words.ts'
import { savedViewsQuery } from './case-queries.ts'
import { type WorklistSearch, worklistSearch } from './worklist-search.ts'
import { worklistWords } from './worklist-words.ts'

/** One's own saved views: open, save the present one, delete. */
export function SavedViewsMenu(props: { search: WorklistSearch; onOpen: (search: WorklistSearch) => void }) {
  const t = useWords(worklistWords)
  const centre = useCentre()
  const queries = useQueryClient()
  const { data: views = [] } = useQuery(savedViewsQuery(centre.slug))
  const [naming, dialog] = useDisclosure(false)
  const refresh = () => queries.invalidateQueries({ queryKey: savedViewsQuery(centre.slug).queryKey })
  const remove = useMutation({
    mutationFn: (view: SavedView) => call(removeSavedView, { params: { ...centre.params, id: view.id } }),
    onSuccess: refresh,
  })
  return (
    <>
      <ActionPopover
        label={t('savedViews')}
        target={(open) => (
          <Button
            variant="default"
            leftSection={<IconBookmark size={15} stroke={1.7} aria-hidden />}
            onClick={open}
          >
            {t('savedViews')}
          </Button>
        )}
      >
        {views.length === 0 ? <ActionHeading>{t('noViews')}</ActionHeading> : null}
        {views.map((view) => (
          <Group key={view.id} gap={2} wrap="nowrap" grow preventGrowOverflow={false}>
            <ActionItem onClick={() => props.onOpen(worklistSearch.parse(parseAddress(view.query)))}>
              {view.name}
            </ActionItem>
            <ActionIcon
              size={26}
              style={{ flex: 'none' }}
              aria-label={t('removeView', { name: view.name })}
              onClick={() => remove.mutate(view)}
            >
              <IconX size={14} stroke={1.8} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <ActionItem icon={IconPlus} onClick={dialog.open}>
          {t('saveView')}
        </ActionItem>
      </ActionPopover>
      {naming ? <SaveViewDialog search={props.search} onClose={dialog.close} onSaved={refresh} /> : null}
    </>
  )
}

function SaveViewDialog(props: {
  search: WorklistSearch
  onClose: () => void
  onSaved: () => Promise<void>
}) {
  const t = useWords(worklistWords)
  const centre = useCentre()
  const [name, setName] = useState('')
  const save = useMutation({
    mutationFn: () =>
      call(saveView, { params: centre.params, body: { name, query: writeAddress(props.search).slice(1) } }),
    onSuccess: async () => {
      await props.onSaved()
      notifications.show({ message: t('viewSaved'), color: 'green' })
      props.onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('saveView')}
      confirm={t('saveView')}
      pending={save.isPending}
      disabled={name.trim() === ''}
      error={save.error}
      onConfirm={() => save.mutate()}
      onClose={props.onClose}
    >
      <TextInput
        label={t('viewName')}
        placeholder={t('viewNameHint')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmDialog>
  )
}
