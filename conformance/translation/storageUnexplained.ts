/** Storage that no state of the model describes. Says which contract, which slot, and what was found. */
export class StorageUnexplained extends Error {
  override name = 'StorageUnexplained'
}
