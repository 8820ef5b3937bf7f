#!/bin/sh
# Run by the database's image once, on an empty data folder.
set -eu
exec psql --username postgres --dbname postgres \
  --set owner_password="$LIENZO_OWNER_PASSWORD" \
  --set app_password="$LIENZO_APP_PASSWORD" \
  --set ops_password="$LIENZO_OPS_PASSWORD" \
  --file /lienzo/database.sql
