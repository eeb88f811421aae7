"""Who may say what. Rules without input or output, that can be read aloud; each has its attack as a test.

**The root**

- A new root is the next number, and both the old and the new key have signed it. ``roots.accept_root``
- A roster is signed by the root, for this office, and is newer by (epoch, number); two of one number are
  the same bytes. ``rosters.accept_roster``
- In a roster every device stands once, has a key of its own, and no device has the hub's key.
  ``rosters.accept_roster``
- A new epoch is the root's to begin, never the hub's. ``rosters.check_epoch``

**Whom one may believe**

- The hub's online key vouches for delegates' and guests' devices: for no office role, for no device of the
  roster, and never for another key or person of a device it has vouched for: neither the key that signs nor
  the one that things are sealed to. ``rosters.accept_cert``
- A retired or revoked device is believed for nothing new; what it did before stays true.
  ``directory.Directory``

**What is newest**

- A freshness statement is the hub's, of the roster's epoch and number, names a meeting once, and within an
  epoch neither its time nor a version goes back. ``freshness.accept_freshness``
- What it names and the laptop was not given is withheld. ``freshness.withheld``
- How old what is shown is, is said from ``STALE_AFTER`` on. ``freshness.age``

**Packets**

- A packet counts with a secretary's and an approver's signature, of two different persons.
  ``packets.accept_manifest``
- A draft counts with a secretary's, and only at the desk. ``packets.accept_draft``
- It is whole in itself: version 1 follows nothing, every later one follows something, nothing in it twice.
  ``packets.check_sound``
- Versions never go back, and one version is one manifest. ``packets.check_version``
- A descriptor is named by the manifest, given once, and permitted to who receives it.
  ``packets.accept_descriptors``
- A lease ends no earlier than 24 hours after the meeting. ``leases.check_lease``
- The local clock may hide what its lease has ended for; only the hub's signed time destroys.
  ``leases.hidden``, ``leases.lease_over``
- A recalled version is refused from then on. ``recall.check_recalled``

**Acts**

- An act is signed by the device it names, which is that person's, in this office. ``acts.accept_event``
- Who opens, closes, annuls, submits, approves, publishes or recalls has the role for it.
  ``acts.accept_delivered``
- Only the desk answers an opinion or a mark, and only delegates put questions. ``opinions.check_opinion``
- A closing and a log head are a recorder's: the hub's, or a room hub's that the root has named.
  ``acts.accept_closing``, ``acts.accept_head``, ``recorders.recorder_key``
- A motion's recorder is the one that its opening names, an act of the chair or a secretary; what others
  sign of that motion counts for nothing. ``recorders.check_closing``, ``receipts.accept_outcome``
- A room hub that was retired is believed in the closings that the roster keeps, and in nothing else.
  ``recorders.recorder_key``
- A closed motion's ballots are all of its frozen log, in order. ``acts.accept_closed``
- A receipt is of one event, and proves that a ballot stands under a signed head. ``receipts.read_receipt``,
  ``receipts.check_inclusion``
- What the recorder shows of one motion's log at different times is one log, and a closed one lacks nothing
  that was received. ``logs.check_marks``, ``logs.check_link``

**The note key, from one laptop of a person to another**

- What goes between a person's laptops is that person's. ``note_keys.check_own``
- Only a laptop of that person's takes part, certified or in the roster, neither retired nor revoked.
  ``note_keys.own_laptop``
- The nonce that is opened is the one committed to. ``note_keys.check_opening``
- Both laptops show the same six digits only when both believe the same keys and saw the same exchange.
  ``note_keys.digits``
- The key is sealed to the asking laptop and to this exchange. ``note_keys.seal_key``, ``note_keys.open_key``

**Bundles**

- A bundle is this office's and its maker's: a hub's outward, the laptop's homeward. ``bundles.check_head``
- A hub that makes them and opens them is the office's, or a room hub that the root names and nobody has
  revoked. ``bundles.hub_keys``
- A box opens for one device and one bundle, a frame at its own place; what goes home opens for each hub and
  no other. ``bundles.open_box``, ``bundles.open_frame``, ``bundles.open_content``

What no rule here can tell: a hub that says nothing (its silence shows as age), one that lies about *when* an
act reached it, and one that moves its own signed clock forward. docs/SECURITY.md says what that means.
"""
