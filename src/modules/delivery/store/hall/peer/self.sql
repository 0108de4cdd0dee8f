-- name: find-self
select server_name, disk_id, number, paired, in_step, peer_disk_id, peer_seen_at from server_self order by server_name limit 1

-- name: put-self
insert into server_self (server_name, disk_id, number, paired, in_step, peer_disk_id, peer_seen_at)
values (:serverName, :diskId, :number, :paired, :inStep, :peerDiskId, :peerSeenAt)
on conflict (server_name) do update
set number = excluded.number, paired = excluded.paired, in_step = excluded.in_step, peer_disk_id = excluded.peer_disk_id,
  peer_seen_at = excluded.peer_seen_at

-- name: known-disks
select server_name as name, disk_id as "diskId", number from server_disk order by server_name, met_at, disk_id

-- name: put-disk
insert into server_disk (server_name, disk_id, number, met_at) values (:name, :diskId, :number, :now)
on conflict (server_name, disk_id) do update set number = excluded.number

-- name: pair-key-of-sitting
select p.pair_key_sealed from hall_sitting s join site_package p on p.id = s.site_package_id where s.sitting_id = :sittingId

-- name: mark-paired
update attempt set paired = :paired where sitting_id = :sittingId and paired <> :paired
